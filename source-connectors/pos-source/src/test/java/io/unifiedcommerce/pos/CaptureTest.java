package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.pos.till.Till.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class CaptureTest extends TillTest {
    private static final Line SHIRT = new Line("p-55", 2, 24.17);
    private static final Line CAP = new Line("p-56", 1, 8.333333);

    @Test
    void readsWhatWasThereBeforeAndThenFollows() throws SQLException {
        till.sell("before", 1, SHIRT);
        follow();
        till.sell("after", 2, SHIRT);
        connect.await("sales", 2);

        assertThat(connect.of("sales")).extracting(SourceRecord::key).containsExactly("before", "after");
        assertThat(connect.of("sales")).extracting(ConnectDouble::mode).containsExactly("SNAPSHOT", "CDC");
        assertThat(connect.of("products")).extracting(SourceRecord::key).containsExactlyInAnyOrder("p-55", "p-56");
        assertThat(connect.of("customers")).extracting(SourceRecord::key).containsExactly("c-903");
        assertThat(connect.of("stock_levels"))
                .extracting(SourceRecord::key)
                .containsExactlyInAnyOrder("0|p-55", "0|p-56", "0|p-55");
    }

    @Test
    void makesOneRecordOfAllRowsOfASale() throws SQLException {
        follow();
        till.sell("s-1", 7, List.of(SHIRT, CAP), "c-903");
        SourceRecord sale = connect.await("sales", 1).get(0);

        assertThat(sale.topic()).isEqualTo("commerce.raw.unicenta-opos.sales");
        assertThat(sale.headers().lastWithName(RecordHeaders.INSTANCE).value()).isEqualTo("till-lyon");
        assertThat(ConnectDouble.at(sale, "tickets.ticketid")).isEqualTo(7L);
        assertThat(ConnectDouble.at(sale, "receipt.datenew")).isEqualTo("2026-11-03T10:14:05");
        assertThat(ConnectDouble.at(sale, "receipt.session.shop")).isEqualTo("lyon-bellecour");
        assertThat(ConnectDouble.at(sale, "lines[0].item.reference")).isEqualTo("TEE-BLK-M");
        assertThat(ConnectDouble.at(sale, "lines[1].item.reference")).isEqualTo("CAP-RED");
        assertThat(ConnectDouble.at(sale, "lines[1].tax.rate")).isEqualTo(0.2);
        assertThat((List<?>) ConnectDouble.at(sale, "payments")).hasSize(1);
        assertThat((List<?>) ConnectDouble.at(sale, "taxes")).hasSize(1);
        assertThat(ConnectDouble.at(sale, "stock[1].units")).isEqualTo(-1.0);
        assertThat(ConnectDouble.at(sale, "stock[0].shop")).isEqualTo("lyon-bellecour");
        assertThat(ConnectDouble.at(sale, "customer.lastname")).isEqualTo("Okafor");
        assertThat(ConnectDouble.at(sale, "$context.pos.currency")).isEqualTo("EUR");
        assertThat(ConnectDouble.at(sale, "$commit.lsn").toString()).hasSize(20);
    }

    @Test
    void aReturnNamesTheSaleThatTheTillMarked() throws SQLException {
        follow();
        till.sell("s-1", 7, SHIRT);
        till.takeBack("r-1", 3, 7, new Line("p-55", 1, 24.17));
        SourceRecord back = connect.await("returns", 1).get(0);

        assertThat(ConnectDouble.at(back, "returned[0].id")).isEqualTo("s-1");
        assertThat(ConnectDouble.at(back, "lines[0].units")).isEqualTo(-1.0);
        assertThat(ConnectDouble.at(back, "stock[0].units")).isEqualTo(1.0);
        assertThat(connect.of("sales")).as("marking a sale is no new sale").hasSize(1);
    }

    @Test
    void aReturnFindsASaleThatItsTransactionDidNotTouch() throws SQLException {
        till.sell("s-1", 7, SHIRT);
        follow();
        till.transaction(() -> till.ticket("r-1", 1, 3, 7, List.of(new Line("p-55", 1, 24.17)), null));
        SourceRecord back = connect.await("returns", 1).get(0);

        assertThat(ConnectDouble.at(back, "returned[0].id")).isEqualTo("s-1");
    }

    @Test
    void rowsOfTransactionsThatRanAtTheSameTimeAreNotMixed() throws SQLException {
        follow();
        try (Connection other = till.server().connect(till.database());
                Statement second = other.createStatement()) {
            other.setAutoCommit(false);
            second.execute("INSERT INTO receipts (id, money, datenew) VALUES ('other', 'm-77', '2026-11-03 10:20:00')");
            second.execute("INSERT INTO tickets (id, ticketid, person) VALUES ('other', 2, '0')");
            till.sell("s-1", 1, SHIRT);
            second.execute("INSERT INTO ticketlines (ticket, line, product, units, price, taxid)"
                    + " VALUES ('other', 0, 'p-56', 1, 8, '001')");
            other.commit();
        }
        List<SourceRecord> sales = connect.await("sales", 2);

        assertThat(sales).extracting(SourceRecord::key).containsExactly("s-1", "other");
        assertThat(ConnectDouble.at(sales.get(1), "lines[0].product")).isEqualTo("p-56");
        assertThat((List<?>) ConnectDouble.at(sales.get(1), "stock")).isEmpty();
    }

    @Test
    void whatIsRolledBackNeverCame() throws SQLException {
        follow();
        try (Connection other = till.server().connect(till.database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO receipts (id, money, datenew) VALUES ('gone', 'm-77', now())");
            statement.execute("INSERT INTO tickets (id, ticketid, person) VALUES ('gone', 2, '0')");
            other.rollback();
        }
        till.sell("s-1", 1, SHIRT);

        assertThat(connect.await("sales", 1)).extracting(SourceRecord::key).containsExactly("s-1");
    }

    @Test
    void aTicketWrittenAnewIsOneChangeAndADeletedOneIsGone() throws SQLException {
        follow();
        till.sell("s-1", 1, SHIRT);
        connect.await("sales", 1);
        till.transaction(() -> {
            deleteTicket("s-1");
            till.execute("DELETE FROM stockdiary WHERE id LIKE 's-1/%'");
            till.ticket("s-1", 0, 1, 0, List.of(CAP), null);
        });
        SourceRecord anew = connect.await("sales", 2).get(1);
        till.transaction(() -> deleteTicket("s-1"));
        SourceRecord gone = connect.await("sales", 3).get(2);

        assertThat(ConnectDouble.at(anew, "lines[0].product")).isEqualTo("p-56");
        assertThat((List<?>) ConnectDouble.at(anew, "lines")).hasSize(1);
        assertThat(gone.key()).isEqualTo("s-1");
        assertThat(ConnectDouble.at(gone, "tickets")).isEqualTo(Map.of("id", "s-1"));
        assertThat(ConnectDouble.at(gone, "$deleted")).isEqualTo(true);
    }

    private void deleteTicket(String id) throws SQLException {
        till.execute("DELETE FROM taxlines WHERE receipt = '" + id + "'");
        till.execute("DELETE FROM payments WHERE receipt = '" + id + "'");
        till.execute("DELETE FROM ticketlines WHERE ticket = '" + id + "'");
        till.execute("DELETE FROM tickets WHERE id = '" + id + "'");
        till.execute("DELETE FROM receipts WHERE id = '" + id + "'");
    }

    @Test
    void moneyPutIntoTheDrawerIsNoPayment() throws SQLException {
        follow();
        till.transaction(() -> {
            till.execute("INSERT INTO receipts (id, money, datenew) VALUES ('drawer', 'm-77', '2026-11-03 08:01:00')");
            till.execute("INSERT INTO payments (id, receipt, payment, total) VALUES ('in', 'drawer', 'cashin', 100)");
        });
        till.sell("s-1", 1, SHIRT);

        assertThat(connect.await("payments", 1)).extracting(SourceRecord::key).containsExactly("pay-s-1");
    }

    @Test
    void aSaleOfAProductThatDoesNotExistIsADeadLetterAndTheNextSaleComes() throws SQLException {
        follow();
        till.sell("odd", 1, new Line("ghost", 1, 5));
        till.sell("s-2", 2, SHIRT);
        connect.await("sales", 2);
        SourceRecord letter = connect.committed().stream()
                .filter(ConnectDouble::isDeadLetter)
                .filter(record -> ConnectDouble.stream(record).equals("sales"))
                .findFirst()
                .orElseThrow();

        assertThat(letter.topic()).isEqualTo("commerce.dlq.pos-source");
        assertThat(letter.key()).isEqualTo("odd");
        assertThat((String) letter.value()).contains("\"ghost\"");
        assertThat(letter.headers().lastWithName(DeadLetterHeaders.MESSAGE).value())
                .isEqualTo("ticketlines.product names a row that 'products' does not have");
        assertThat(connect.of("sales").get(1).key()).isEqualTo("s-2");
    }

    @Test
    void lookedUpRowsAreThoseOfTheTimeOfTheSale() throws SQLException {
        config.put("capture.reference.rows", "1");
        follow();
        till.sell("s-1", 1, SHIRT, CAP);
        till.execute("UPDATE products SET reference = 'TEE-BLACK-M' WHERE id = 'p-55'");
        till.sell("s-2", 2, CAP, SHIRT);
        List<SourceRecord> sales = connect.await("sales", 2);

        assertThat(ConnectDouble.at(sales.get(1), "lines[1].item.reference")).isEqualTo("TEE-BLACK-M");
        assertThat(connect.of("products")).last().satisfies(product -> {
            assertThat(product.key()).isEqualTo("p-55");
            assertThat(ConnectDouble.at(product, "products.reference")).isEqualTo("TEE-BLACK-M");
        });
    }

    @Test
    void secretsAndImagesNeverLeaveTheDatabase() throws SQLException {
        till.execute("UPDATE products SET image = '\\xdeadbeef', attributes = '\\xcafe'");
        follow();
        till.sell("s-1", 1, SHIRT);
        till.execute("UPDATE people SET apppassword = 'sha1:other', name = 'Anne'");
        till.execute("UPDATE products SET image = '\\xbeef', name = 'T-shirt'");
        connect.await("products", 4);

        assertThat(connect.committed().toString()).doesNotContain("sha1:", "deadbeef", "apppassword", "image=");
    }

    @Test
    void aRowIsTheSameReadAsCaptured() throws SQLException {
        till.execute("ALTER TABLE customers ADD born date, ADD seen timestamptz, ADD at time, ADD points numeric(12,4),"
                + " ADD visits smallint, ADD total bigint, ADD weight real, ADD ref uuid, ADD doc jsonb");
        till.execute("UPDATE customers SET born = '1990-02-28', seen = '2026-11-03 10:14:05.12+01', at = '10:14:05.5',"
                + " points = 12.5000, visits = 3, total = 9007199254740993, weight = 0.1, curdebt = 48.339999,"
                + " curdate = '2026-11-03 10:14:05.123456', ref = 'b7d9b0ce-6f63-4b0c-8a35-0e6f3a2f1c11',"
                + " doc = '{\"a\": 1}'");
        follow();
        till.execute("UPDATE customers SET isvip = true");
        till.execute("UPDATE customers SET isvip = false");
        List<SourceRecord> customers = connect.await("customers", 3);

        assertThat(ConnectDouble.at(customers.get(2), "customers"))
                .isEqualTo(ConnectDouble.at(customers.get(0), "customers"));
        assertThat(ConnectDouble.at(customers.get(0), "customers.points")).isEqualTo("12.5000");
        assertThat(ConnectDouble.at(customers.get(0), "customers.total")).isEqualTo(9007199254740993L);
        assertThat(ConnectDouble.at(customers.get(0), "customers.seen")).isEqualTo("2026-11-03T09:14:05.120Z");
        assertThat(ConnectDouble.at(customers.get(0), "customers.weight")).isEqualTo(0.1);
    }

    @Test
    void aLargeTextThatAnUpdateDoesNotTouchIsStillThere() throws SQLException {
        till.execute("ALTER TABLE customers ALTER notes SET STORAGE EXTERNAL");
        till.execute("UPDATE customers SET notes = repeat('long ', 2000)");
        follow();
        till.execute("UPDATE customers SET isvip = true");
        SourceRecord customer = connect.await("customers", 2).get(1);

        assertThat(ConnectDouble.at(customer, "customers.notes").toString()).hasSize(10_000);
    }

    @Test
    void olderSalesThanAskedForAreNotRead() throws SQLException {
        till.sell("old", 1, SHIRT);
        till.execute("UPDATE receipts SET datenew = '2025-12-31 23:59:59'");
        till.sell("new", 2, SHIRT);
        config.put("snapshot.sales.since", "2026-01-01");
        follow();

        assertThat(connect.of("sales")).extracting(SourceRecord::key).containsExactly("new");
        assertThat(connect.of("payments")).extracting(SourceRecord::key).containsExactly("pay-new");
        assertThat(connect.of("customers")).hasSize(1);
    }
}
