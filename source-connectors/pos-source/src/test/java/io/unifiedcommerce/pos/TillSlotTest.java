package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.pos.database.TillSlot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

class TillSlotTest extends TillTest {

    @Test
    void aConnectionThatWasLeftBehindLosesTheSlotButAnOlderOneKeepsIt() throws SQLException {
        PosConfig settings = PosConfig.parse(config);
        try (Connection connection = settings.address().connect(Duration.ofSeconds(5), Duration.ofSeconds(5))) {
            TillSlot slot = new TillSlot(connection, settings.plan(), settings.capture());
            slot.create();
            OffsetDateTime before = slot.now();
            try (Connection reader = stream()) {
                assertThat(active()).isEqualTo("t");

                assertThat(slot.release(slot.now())).isFalse();
                assertThat(active()).isEqualTo("t");
                assertThat(slot.release(before)).isTrue();
                Awaitility.await().until(() -> "f".equals(active()));
            }
            assertThat(slot.release(before)).isFalse();
        }
    }

    /** A reader of the slot, as Debezium opens it. */
    private Connection stream() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, config.get("database.user"));
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "10");
        Connection reader = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + till.server().port() + "/" + till.database(), properties);
        reader.unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(config.get("slot.name"))
                .withSlotOption("proto_version", 1)
                .withSlotOption("publication_names", "unified_commerce")
                .start();
        return reader;
    }

    private String active() throws SQLException {
        return till.query(
                "SELECT active FROM pg_replication_slots WHERE slot_name = '" + config.get("slot.name") + "'");
    }
}
