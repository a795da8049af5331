package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.pos.till.SharedTillServer;
import io.unifiedcommerce.pos.till.Till;
import io.unifiedcommerce.pos.till.Till.Line;
import io.unifiedcommerce.pos.till.TillServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedTillServer.class)
class CaptureTest {
    private Till till;
    private ConnectDouble connect;

    @BeforeEach
    void openTill(TillServer server) throws SQLException {
        till = Till.open(server);
        connect = new ConnectDouble(ConnectDouble.config(till));
    }

    @AfterEach
    void closeTill() throws SQLException {
        connect.close();
        till.close();
    }

    @Test
    void readsWhatWasThereBeforeAndThenFollows() throws SQLException {
        till.sell("before", 1, new Line("p-55", 2, 24.17));
        connect.start();
        connect.awaitHistory();
        till.sell("after", 2, new Line("p-55", 1, 24.17));
        connect.await("sales", 2);

        assertThat(connect.of("sales")).extracting(SourceRecord::key).containsExactly("before", "after");
        assertThat(connect.of("sales")).extracting(ConnectDouble::mode).containsExactly("SNAPSHOT", "CDC");
        assertThat(connect.of("products")).extracting(SourceRecord::key).containsExactlyInAnyOrder("p-55", "p-56");
        assertThat(connect.of("customers")).extracting(SourceRecord::key).containsExactly("c-903");
    }

    @Test
    @SuppressWarnings("unchecked")
    void makesOneRecordOfAllRowsOfASale() throws SQLException {
        connect.start();
        connect.awaitHistory();
        till.sell("s-1", 7, List.of(new Line("p-55", 2, 24.17), new Line("p-56", 1, 8.333333)), "c-903");
        Map<String, Object> sale = ConnectDouble.value(connect.await("sales", 1).get(0));

        assertThat((Map<String, Object>) sale.get("tickets"))
                .containsEntry("id", "s-1")
                .containsEntry("ticketid", 7L);
        assertThat((Map<String, Object>) sale.get("receipt")).containsEntry("datenew", "2026-11-03T10:14:05");
        assertThat((List<Map<String, Object>>) sale.get("lines"))
                .extracting(line -> ((Map<String, Object>) line.get("item")).get("reference"))
                .containsExactly("TEE-BLK-M", "CAP-RED");
        assertThat((List<?>) sale.get("payments")).hasSize(1);
        assertThat((List<?>) sale.get("taxes")).hasSize(1);
        assertThat((List<?>) sale.get("stock")).hasSize(2);
        assertThat((Map<String, Object>) sale.get("customer")).containsEntry("lastname", "Okafor");
        assertThat((Map<String, Object>) sale.get("$commit")).containsKeys("ts", "lsn", "tx");
    }
}
