package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.pos.till.Till.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** The connector runs Debezium's task without Debezium's engine. What it tells is what the engine tells. */
class EngineWitnessTest extends TillTest {
    private static final int SALES = 200;

    @Test
    void salesHaveTheLinesThatDebeziumsOwnEngineTells() throws Exception {
        follow();
        try (EngineWitness witness = new EngineWitness(till, config, "ticketlines")) {
            int lines = 0;
            for (int sale = 1; sale <= SALES; sale++) {
                List<Line> basket = basket(sale);
                till.sell("s-" + sale, sale, basket, null);
                lines += basket.size();
            }
            int all = lines;
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> witness.inserted().size() >= all);

            assertThat(connect.await("sales", SALES).stream()
                            .flatMap(sale -> told(sale).stream())
                            .toList())
                    .isEqualTo(witness.inserted().stream()
                            .map(EngineWitnessTest::told)
                            .toList());
        }
    }

    private static List<Line> basket(int sale) {
        List<Line> basket = new ArrayList<>();
        for (int line = 0; line <= sale % 4; line++) {
            basket.add(new Line(line % 2 == 0 ? "p-55" : "p-56", 1 + line, sale + 0.25));
        }
        return basket;
    }

    private static List<List<Object>> told(SourceRecord sale) {
        List<List<Object>> lines = new ArrayList<>();
        for (Object line : (List<?>) ConnectDouble.at(sale, "lines")) {
            Map<?, ?> row = (Map<?, ?>) line;
            lines.add(List.of(
                    row.get("ticket"),
                    ((Number) row.get("line")).longValue(),
                    row.get("product"),
                    row.get("units"),
                    row.get("price")));
        }
        return lines;
    }

    private static List<Object> told(Struct row) {
        return List.of(
                row.getString("ticket"),
                ((Number) row.get("line")).longValue(),
                row.getString("product"),
                row.get("units"),
                row.get("price"));
    }
}
