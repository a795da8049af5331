package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.pos.till.Till;
import io.unifiedcommerce.pos.till.TillServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ValidationTest extends TillTest {
    private final PosSourceConnector connector = new PosSourceConnector();

    private Map<String, List<String>> errors() {
        return connector.validate(config).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    @Test
    void aTillThatCanBeCapturedHasNoErrors() throws SQLException {
        assertThat(errors()).isEmpty();
        assertThat(till.query("SELECT count(*) FROM pg_publication")).isEqualTo("0");
    }

    @Test
    void aRunningConnectorCanBeChanged() {
        follow();

        assertThat(errors()).isEmpty();
    }

    @Test
    void anEmptyConfigurationTellsWhatIsRequired() {
        config.clear();

        assertThat(errors())
                .containsOnlyKeys(
                        "channel.instance",
                        "database.hostname",
                        "database.user",
                        "database.dbname",
                        "pos.currency",
                        "pos.time.zone");
    }

    @Test
    void wrongValuesAreToldOnTheirKeys() {
        config.put("pos.time.zone", "Europe/Lyon");
        config.put("pos.location.map", "lyon");
        config.put("pos.locations", "0:lyon");
        config.put("slot.name", "Lyon-1");
        config.put("snapshot.sales.since", "yesterday");
        config.put("database.port", "70000");

        assertThat(errors())
                .containsOnlyKeys(
                        "pos.time.zone",
                        "pos.location.map",
                        "pos.locations",
                        "slot.name",
                        "snapshot.sales.since",
                        "database.port");
        assertThat(errors().get("pos.locations").get(0)).contains("pos.location.map");
    }

    @Test
    void aChannelThatIsNoTillIsRefused() {
        config.put("channel", "shopify");

        assertThat(errors().get("channel").get(0)).contains("use the connector for channels");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldOnTheKeyThatCanMendIt() {
        config.put("database.dbname", "no_such_database");
        assertThat(errors()).containsOnlyKeys("database.dbname");

        config.put("database.port", "1");
        assertThat(errors()).containsOnlyKeys("database.hostname");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            config.put("database.port", Integer.toString(silent.getLocalPort()));

            assertThat(errors()).containsOnlyKeys("database.hostname");
        }
    }

    @Test
    void noLiveCheckLooksAtNothing() {
        config.put("database.port", "1");
        config.put("validate.live", "false");

        assertThat(errors()).isEmpty();
    }

    @Test
    void aStockTableWithoutReplicaIdentityIsRefusedBeforeItIsPublished() throws SQLException {
        till.execute("ALTER TABLE stockcurrent REPLICA IDENTITY DEFAULT");

        assertThat(errors().get("publication.name").get(0))
                .contains("ALTER TABLE \"public\".\"stockcurrent\" REPLICA IDENTITY FULL;");
        connect.start();
        assertThatThrownBy(() -> Awaitility.await().until(() -> {
                    connect.poll();
                    return false;
                }))
                .rootCause()
                .hasMessageContaining("REPLICA IDENTITY FULL");
        assertThat(till.query("SELECT count(*) FROM pg_publication")).isEqualTo("0");
        till.execute("UPDATE stockcurrent SET units = 1");
    }

    @Test
    void onlyTheCapturedTablesArePublished() throws SQLException {
        follow();

        assertThat(till.query("SELECT count(*) FROM pg_publication_tables WHERE tablename = 'sharedtickets'"))
                .isEqualTo("0");
        till.execute("INSERT INTO sharedtickets (name) VALUES ('table 4')");
        till.execute("UPDATE sharedtickets SET name = 'table 5'");
    }

    @Test
    void aPublicationThatLacksTablesIsToldWithTheStatement() throws SQLException {
        till.execute("CREATE PUBLICATION unified_commerce FOR TABLE tickets");

        assertThat(errors().get("publication.name").get(0))
                .contains("ALTER PUBLICATION \"unified_commerce\" ADD TABLE \"public\".\"receipts\"");
    }

    @Test
    void aRoleWithoutRightsIsToldWhichOnes() throws SQLException {
        String role = "reader_" + till.database();
        till.execute("CREATE ROLE " + role + " LOGIN");
        config.put("database.user", role);

        assertThat(errors().get("database.user"))
                .anyMatch(message -> message.contains("ALTER ROLE \"" + role + "\" WITH REPLICATION;"))
                .anyMatch(message -> message.contains("GRANT SELECT ON \"public\".\"tickets\" TO \"" + role + "\";"));
        till.execute("ALTER ROLE " + role + " WITH REPLICATION");
        till.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
        assertThat(errors().get("publication.name").get(0))
                .contains("CREATE PUBLICATION \"unified_commerce\" FOR TABLE");

        till.execute(errors().get("publication.name").get(0).replaceFirst(".*(CREATE PUBLICATION .*;)", "$1"));
        assertThat(errors()).isEmpty();
        follow();
        assertThat(connect.of("products")).hasSize(2);
    }

    @Test
    void aSlotOfAnotherKindIsRefused() throws SQLException {
        till.query("SELECT pg_create_logical_replication_slot('slot_" + till.database() + "', 'test_decoding')");

        assertThat(errors().get("slot.name").get(0)).contains("SELECT pg_drop_replication_slot(");
        till.query("SELECT pg_drop_replication_slot('slot_" + till.database() + "')");
    }

    @Test
    void aServerWithoutLogicalDecodingIsTold() throws Exception {
        try (TillServer plain = TillServer.create("wal_level=replica");
                Till other = Till.open(plain)) {
            config.putAll(Map.of("database.port", Integer.toString(plain.port()), "database.dbname", other.database()));

            assertThat(errors().get("database.hostname").get(0)).contains("ALTER SYSTEM SET wal_level = 'logical'");
        }
    }

    @Test
    void anOffsetCanBeDeletedWhateverItIsAndSetOnlyToAPosition() throws SQLException {
        follow();
        Map<String, ?> partition = Map.of("channel", "unicenta-opos", "instance", "till-lyon");
        Map<String, Object> stored = connect.offset();
        assertThat(connector.alterOffsets(config, Collections.singletonMap(partition, stored)))
                .isTrue();
        assertThat(connector.alterOffsets(config, Collections.singletonMap(Map.of("odd", 1), null)))
                .isTrue();

        assertThatThrownBy(() -> connector.alterOffsets(config, Map.of(Map.of("instance", "x"), stored)))
                .isInstanceOf(ConnectException.class);
        Map<String, Object> damaged = new HashMap<>(stored);
        damaged.put("phase", "beginning");
        assertThatThrownBy(() -> connector.alterOffsets(config, Map.of(partition, damaged)))
                .hasMessageContaining("'phase' must be snapshot or stream");
    }

    @Test
    void promisesExactlyOnceAndItsOwnBoundariesEvenForAHalfFilledConfiguration() {
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.canDefineTransactionBoundaries(Map.of()))
                .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
        assertThatNoException().isThrownBy(connector::config);
    }
}
