package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.pos.till.Till;
import io.unifiedcommerce.pos.till.Till.Line;
import io.unifiedcommerce.pos.till.TillServer;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    private static final Line SHIRT = new Line("p-55", 1, 24.17);

    @Test
    void theDatabaseMayBeAwayForAWhile() throws Exception {
        try (TillServer server = TillServer.create();
                Till till = Till.open(server);
                ConnectDouble connect = new ConnectDouble(ConnectDouble.config(till))) {
            connect.start();
            connect.awaitHistory();
            till.sell("s-1", 1, SHIRT);
            connect.until(open -> !connect.of("sales").isEmpty());
            till.sell("s-2", 2, SHIRT);
            server.stop();
            connect.poll();
            server.start();
            till.connect();
            till.sell("s-3", 3, SHIRT);
            List<SourceRecord> sales = connect.await("sales", 3);

            assertThat(sales).extracting(SourceRecord::key).containsExactly("s-1", "s-2", "s-3");
        }
    }
}
