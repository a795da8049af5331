package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.pos.till.Till.Line;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class UnifiedEventsTest extends TillTest {
    private static final Line SHIRT = new Line("p-55", 2, 24.17);
    private static final Line CAP = new Line("p-56", 1, 8.333333);

    private static BigDecimal amount(String text) {
        return new BigDecimal(text).setScale(4);
    }

    private static Date commit(SourceRecord record) {
        return new Date(
                Instant.parse((String) ConnectDouble.at(record, "$commit.ts")).toEpochMilli());
    }

    @Test
    void aSaleIsACompletedOrderThatAddsUp() throws SQLException {
        follow();
        till.sell("s-1", 7, List.of(SHIRT, CAP), "c-903");
        SourceRecord sale = connect.await("sales", 1).get(0);
        Struct order = Unified.entity(sale);

        assertThat(order.getString("status")).isEqualTo("COMPLETED");
        assertThat(order.getString("sales_channel")).isEqualTo("pos");
        assertThat(order.getString("order_number")).isEqualTo("7");
        assertThat(order.getString("location_id")).isEqualTo("lyon-bellecour");
        assertThat(order.getBoolean("prices_include_tax")).isFalse();
        assertThat(order.get("placed_at")).isEqualTo(Date.from(Instant.parse("2026-11-03T09:14:05Z")));
        assertThat(order.get("updated_at")).isEqualTo(commit(sale));
        assertThat(order.get("items_subtotal")).isEqualTo(amount("56.67"));
        assertThat(order.get("tax_total")).isEqualTo(amount("11.33"));
        assertThat(order.get("grand_total")).isEqualTo(amount("68.01"));
        Struct line = (Struct) order.getArray("lines").get(1);
        assertThat(line.getString("sku")).isEqualTo("CAP-RED");
        assertThat(line.getString("gtin")).isEqualTo("03700000000024");
        assertThat(line.get("unit_price")).isEqualTo(amount("8.33"));
        assertThat(line.getInt64("quantity")).isEqualTo(1);
        assertThat(line.getInt64("fulfilled_quantity")).isEqualTo(1);
        assertThat(order.getStruct("customer_snapshot").getString("email")).isEqualTo("nadia@example.org");
    }

    @Test
    void aSaleFromBeforeHappenedWhenTheTillSays() throws SQLException {
        till.sell("s-1", 7, SHIRT);
        follow();
        Struct order = Unified.entity(connect.of("sales").get(0));

        assertThat(order.get("updated_at")).isEqualTo(Date.from(Instant.parse("2026-11-03T09:14:05Z")));
        assertThat(order.getStruct("envelope").get("occurred_at")).isEqualTo(order.get("updated_at"));
        assertThat(order.getString("location_id")).as("by the till's host").isEqualTo("lyon-bellecour");
    }

    @Test
    void aReturnRefundsItsSaleAndPutsTheGoodsBack() throws SQLException {
        follow();
        till.sell("s-1", 7, SHIRT);
        till.takeBack("r-1", 1, 7, new Line("p-55", 1, 24.17));
        till.takeBack("r-2", 2, 0, new Line("p-56", 1, 10));
        List<SourceRecord> returns = connect.await("returns", 2);
        Struct refund = Unified.entity(returns.get(0));
        Struct line = (Struct) refund.getArray("lines").get(0);

        assertThat(refund.getString("order_id")).isEqualTo("s-1");
        assertThat(refund.get("amount")).isEqualTo(amount("29.00"));
        assertThat(refund.get("processed_at")).isEqualTo(commit(returns.get(0)));
        assertThat(line.getInt64("quantity")).isEqualTo(1);
        assertThat(line.get("amount")).isEqualTo(amount("29.00"));
        assertThat(line.getString("restock")).isEqualTo("RETURN");
        assertThat(line.getString("restock_location_id")).isEqualTo("lyon-bellecour");
        assertThat(Unified.entity(returns.get(1)).getString("order_id"))
                .as("without a receipt")
                .isEqualTo("r-2");
    }

    @Test
    void aPaymentBelongsToItsSaleAndThatOfAReturnIsNone() throws SQLException {
        follow();
        till.sell("s-1", 7, SHIRT);
        till.takeBack("r-1", 1, 7, new Line("p-55", 1, 24.17));
        List<SourceRecord> payments = connect.await("payments", 2);
        Struct payment = Unified.entity(payments.get(0));

        assertThat(payment.getString("order_id")).isEqualTo("s-1");
        assertThat(payment.getString("method")).isEqualTo("card");
        assertThat(payment.get("amount")).isEqualTo(amount("58.01"));
        assertThat(Unified.event(payments.get(1))).isEmpty();
    }

    @Test
    void aLevelIsACountOfWhatIsInTheShopAtTheCommit() throws SQLException {
        follow();
        till.sell("s-1", 7, SHIRT);
        SourceRecord record = connect.await("stock_levels", 3).get(2);
        Struct level = Unified.entity(record);

        assertThat(level.getString("sku")).isEqualTo("TEE-BLK-M");
        assertThat(level.getString("location_id")).isEqualTo("lyon-bellecour");
        assertThat(level.getString("measured")).isEqualTo("ON_HAND");
        assertThat(level.getInt64("quantity")).isEqualTo(18);
        assertThat(level.get("as_of")).isEqualTo(commit(record));
        assertThat(level.getStruct("envelope").getString("source_version"))
                .isEqualTo(ConnectDouble.at(record, "$commit.lsn"));
    }

    @Test
    void movementsHaveTheReasonsOfTheModel() throws SQLException {
        follow();
        till.move("m-1", 1, "p-55", 12);
        till.move("m-2", -3, "p-55", -1);
        List<SourceRecord> movements = connect.await("stock_movements", 2);

        assertThat(movements)
                .extracting(movement -> Unified.entity(movement).getString("reason"))
                .containsExactly("RECEIPT", "DAMAGE");
        assertThat(Unified.entity(movements.get(1)).getInt64("delta")).isEqualTo(-1);
    }

    @Test
    void aServiceHasNoStock() throws SQLException {
        till.execute("UPDATE products SET isservice = true WHERE id = 'p-56'");
        follow();

        assertThat(connect.of("stock_levels"))
                .filteredOn(level -> level.key().equals("0|p-56"))
                .allSatisfy(level -> assertThat(Unified.event(level)).isEmpty());
    }

    @Test
    void aCustomerIsKnownByMailPhoneAndCard() {
        follow();
        Struct customer = Unified.entity(connect.of("customers").get(0));

        assertThat(customer.getArray("identifiers"))
                .extracting(identifier -> ((Struct) identifier).getString("type"))
                .containsExactly("EXTERNAL_ID", "EMAIL", "PHONE", "LOYALTY");
        assertThat(customer.getStruct("loyalty").getString("number")).isEqualTo("NADIA-7QXW");
    }

    @Test
    void whatIsDeletedIsATombstoneWithTheKeyOfItsEvents() throws SQLException {
        follow();
        String key = Unified.event(connect.of("customers").get(0)).orElseThrow().key();
        till.execute("DELETE FROM customers");
        SourceRecord gone = connect.await("customers", 2).get(1);

        assertThat(Unified.event(gone).orElseThrow().key()).isEqualTo(key);
        assertThat(Unified.event(gone).orElseThrow().value()).isNull();
    }
}
