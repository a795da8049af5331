package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.pos.till.Till.Line;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class LargeTransactionTest extends TillTest {

    @Test
    void aTicketOfTenThousandLinesIsOneSale() throws SQLException {
        follow();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(new Line(i % 2 == 0 ? "p-55" : "p-56", 1, 1));
        }
        till.sell("large", 1, lines, null);
        SourceRecord sale = connect.await("sales", 1).get(0);

        assertThat((List<?>) ConnectDouble.at(sale, "lines")).hasSize(10_000);
        assertThat((List<?>) ConnectDouble.at(sale, "stock")).hasSize(10_000);
        assertThat(connect.of("stock_levels")).as("one level for each product").hasSize(4);
    }

    @Test
    void anImportThatIsTooLargeToHoldIsReadFromTheTables() throws SQLException {
        config.put("capture.transaction.rows", "100");
        config.put("capture.queue.records", "600");
        follow();
        till.transaction(() -> {
            till.execute("UPDATE customers SET city = 'Lyon'");
            for (int i = 0; i < 1_500; i++) {
                till.product("i-" + i, "SKU-" + i, "B" + i, 1);
            }
            till.execute("UPDATE products SET name = 'imported' WHERE id LIKE 'i-%'");
            till.execute("DELETE FROM products WHERE id = 'i-7'");
            till.ticket("in-between", 0, 9, 0, List.of(new Line("i-8", 1, 1)), null);
            till.execute("INSERT INTO stockcurrent (location, product, units) VALUES ('0', 'i-9', 4)");
        });
        till.sell("next", 10, new Line("i-10", 1, 1));
        connect.await("sales", 2);

        assertThat(connect.of("products").stream()
                        .filter(product -> product.key().toString().startsWith("i-"))
                        .collect(Collectors.toMap(
                                SourceRecord::key, p -> String.valueOf(ConnectDouble.at(p, "products.name")))))
                .hasSize(1_500)
                .containsEntry("i-0", "imported")
                .containsEntry("i-1499", "imported")
                .containsEntry("i-7", "null");
        assertThat(connect.of("customers"))
                .last()
                .satisfies(customer ->
                        assertThat(ConnectDouble.at(customer, "customers.city")).isEqualTo("Lyon"));
        assertThat(connect.of("sales")).extracting(SourceRecord::key).containsExactly("in-between", "next");
        assertThat((List<?>) ConnectDouble.at(connect.of("sales").get(0), "lines"))
                .hasSize(1);
        assertThat(connect.of("stock_levels")).extracting(SourceRecord::key).contains("0|i-8", "0|i-9", "0|i-10");
        assertThat(connect.of("stock_movements")).isEmpty();
    }

    @Test
    void ofAnImportInWhichTheTaskIsKilledNothingIsLostOrDoubled() throws SQLException {
        config.put("capture.transaction.rows", "100");
        follow();
        till.transaction(() -> {
            for (int i = 0; i < 1_500; i++) {
                till.product("i-" + i, "SKU-" + i, "B" + i, 1);
            }
        });
        connect.until(open -> open.size() >= 500);
        connect.kill();
        connect.start();
        till.sell("next", 1, new Line("p-55", 1, 1));
        connect.await("sales", 1);

        assertThat(connect.of("products"))
                .extracting(SourceRecord::key)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.range(0, 1_500).mapToObj(i -> "i-" + i).toList());
    }
}
