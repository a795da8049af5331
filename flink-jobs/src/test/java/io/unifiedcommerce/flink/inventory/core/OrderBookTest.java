package io.unifiedcommerce.flink.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    private static final String LINE = "shop|1|1";

    private final OrderState state = new OrderState();
    private final Map<String, List<Fact.Part>> recipes = new LinkedHashMap<>();
    private final OrderBook book = new OrderBook(state, sku -> recipes.getOrDefault(sku, List.of()));
    private final List<Told> told = new ArrayList<>();
    private long now = 1_000;

    private record Told(String sku, Fact fact) {
        Line line() {
            return ((Fact.LineChanged) fact).line();
        }
    }

    @Test
    void aFulfilmentThatOvertakesItsOrderCountsWhenTheOrderComes() {
        take(new OrderFact.GoodsSent("f1", "1", null, true, 50, List.of(new OrderFact.Units(LINE, 2))));
        assertThat(told).isEmpty();

        take(order("1", line(LINE, "TEE", 2)));

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.sku()).isEqualTo("TEE");
            assertThat(fact.line().shippedFrom("store").by(50)).isEqualTo(2);
            assertThat(fact.line().open()).isZero();
        });
    }

    @Test
    void aLineThatVanishesFromItsOrderIsOpenNoMore() {
        take(order("1", line(LINE, "TEE", 2), line("shop|1|2", "CAP", 1)));
        told.clear();

        take(order("2", line(LINE, "TEE", 2)));

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.sku()).isEqualTo("CAP");
            assertThat(fact.line().open()).isZero();
        });
    }

    @Test
    void aLineThatBecomesAnotherSkuLeavesTheFirstOne() {
        take(order("1", line(LINE, "TEE", 2)));
        told.clear();

        take(order("2", line(LINE, "TEE-XL", 2)));

        assertThat(told)
                .extracting(Told::sku, fact -> fact.line().open())
                .containsExactlyInAnyOrder(tuple("TEE-XL", 2L), tuple("TEE", 0L));
    }

    @Test
    void anOlderVersionAddsOnlyWhatItKnewEarlier() {
        take(new OrderFact.OrderTaken("shop", "2", 10, 90, 90, List.of(cancelled(1))));
        told.clear();

        take(new OrderFact.OrderTaken("shop", "1", 10, 40, 40, List.of(cancelled(1))));
        take(new OrderFact.OrderTaken("shop", "0", 10, 10, 10, List.of(cancelled(0))));

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.line().cancelled().by(40)).isEqualTo(1);
            assertThat(fact.line().cancelled().total()).isEqualTo(1);
        });
    }

    @Test
    void aCopyIsNotToldAgain() {
        take(order("1", line(LINE, "TEE", 2)));
        told.clear();

        take(order("1", line(LINE, "TEE", 2)));

        assertThat(told).isEmpty();
    }

    @Test
    void aBundleTakesItsPartsAndKeepsThem() {
        recipes.put("SET", List.of(new Fact.Part("TEE", 2), new Fact.Part("CAP", 1)));
        take(order("1", line(LINE, "SET", 3)));
        recipes.put("SET", List.of(new Fact.Part("MUG", 1)));
        take(new OrderFact.GoodsSent("f1", "1", "store", true, 50, List.of(new OrderFact.Units(LINE, 1))));

        assertThat(told).extracting(Told::sku).containsExactly("SET", "TEE", "CAP", "SET", "TEE", "CAP");
        assertThat(told.get(1).line().quantity()).isEqualTo(6);
        assertThat(told.get(1).line().mirrored())
                .as("the channel shows the bundle, not its parts")
                .isFalse();
        assertThat(told.get(4).line().open()).isEqualTo(4);
    }

    @Test
    void aBundleThatBecomesKnownLaterIsTakenApartThen() {
        take(order("1", line(LINE, "SET", 3)));
        told.clear();

        book.define("SET", List.of(new Fact.Part("TEE", 1)), ++now, (sku, fact) -> told.add(new Told(sku, fact)));

        assertThat(told).singleElement().satisfies(fact -> {
            assertThat(fact.sku()).isEqualTo("TEE");
            assertThat(fact.line().open()).isEqualTo(3);
        });
    }

    @Test
    void aReturnComesBackWhereTheRefundSaysOrWhereTheLineWasCharged() {
        take(order("1", line(LINE, "TEE", 2)));
        told.clear();

        take(refund("r1", true, null));
        take(refund("r2", true, "warehouse"));

        assertThat(told)
                .extracting(fact -> ((Fact.StockMoved) fact.fact()).location())
                .containsExactly("store", "warehouse");
    }

    @Test
    void unitsCancelledByARefundAndByTheOrderAreTheSameUnits() {
        take(new OrderFact.OrderTaken("shop", "2", 10, 90, 90, List.of(cancelled(1))));
        take(refund("r1", false, null));

        Line line = told.get(told.size() - 1).line();

        assertThat(line.cancelled().total()).isEqualTo(1);
        assertThat(line.open()).isEqualTo(1);
    }

    @Test
    void aFulfilmentThatIsCalledOffWasNeverSent() {
        take(order("1", line(LINE, "TEE", 2)));
        take(new OrderFact.GoodsSent("f1", "1", null, true, 50, List.of(new OrderFact.Units(LINE, 2))));
        take(new OrderFact.GoodsSent("f1", "2", null, false, 60, List.of(new OrderFact.Units(LINE, 2))));

        assertThat(told.get(told.size() - 1).line().open()).isEqualTo(2);
    }

    @Test
    void unitsSentFromElsewhereAreTakenThereAndNotHere() {
        take(order("1", line(LINE, "TEE", 2)));
        take(new OrderFact.GoodsSent("f1", "1", "warehouse", true, 50, List.of(new OrderFact.Units(LINE, 2))));
        Line line = told.get(told.size() - 1).line();
        LineRule rule = new LineRule(0);
        Anchor count = new Anchor(20, "1", "1", 10, Measured.ON_HAND);

        assertThat(rule.effect(line, new StockLocation("store", "erp", Measured.ON_HAND, 0), count))
                .isZero();
        assertThat(rule.effect(line, new StockLocation("warehouse", "erp", Measured.ON_HAND, 0), count))
                .isEqualTo(-2);
    }

    private void take(OrderFact fact) {
        book.take(fact, ++now, (sku, following) -> told.add(new Told(sku, following)));
    }

    private static OrderFact.OrderTaken order(String version, OrderFact.Ordered... lines) {
        return new OrderFact.OrderTaken("shop", version, 10, 10, 10, List.of(lines));
    }

    private static OrderFact.Ordered line(String key, String sku, long quantity) {
        return new OrderFact.Ordered(key, sku, "store", quantity, 0, 0, true, false, List.of());
    }

    private static OrderFact.Ordered cancelled(long units) {
        return new OrderFact.Ordered(LINE, "TEE", "store", 2, units, 0, true, false, List.of());
    }

    private static OrderFact.GoodsRefunded refund(String id, boolean isReturn, String location) {
        return new OrderFact.GoodsRefunded(
                id, "1", 95, List.of(new OrderFact.Refunded(id + "|1", LINE, 1, isReturn, location, true)));
    }
}
