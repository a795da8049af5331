package io.unifiedcommerce.tck.fake.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.tck.fake.FakeClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StockConservationTest {
    private static final long STOCK = 50;

    /** Something that happens to an order; {@code units} of its only line. */
    private record Step(String what, int units, boolean restock) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<String> what = Arbitraries.of("fulfil", "refund", "cancel");
        return Combinators.combine(what, Arbitraries.integers().between(1, 4), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }

    /** Every unit is on hand, gone with a parcel, or given away without coming back: none is lost or made. */
    @Property(tries = 300)
    void losesAndMakesNoUnits(@ForAll("histories") List<Step> history) {
        Shop fresh = new Shop(FakeClock.at("2026-11-20T15:00:00Z"), () -> Duration.ZERO);
        long main = fresh.locations().create("Main", "MAIN").id();
        Variant variant = fresh.catalogue().create("TEE", BigDecimal.TEN, Map.of(main, STOCK));
        OrderDraft draft = OrderDraft.of("EUR", main, new OrderDraft.Line("TEE", 10, BigDecimal.TEN));
        long id = ((OrderResult.Placed) fresh.orders().place(draft)).order().id();
        int notRestocked = 0;
        int restockedAfterFulfilment = 0;
        for (Step step : history) {
            OrderLine before = fresh.orders().get(id).lines().get(0);
            try {
                apply(fresh, id, step);
            } catch (IllegalArgumentException refused) {
                assertThat(fresh.orders().get(id).lines().get(0)).isEqualTo(before);
                continue;
            }
            OrderLine after = fresh.orders().get(id).lines().get(0);
            notRestocked += step.restock() ? 0 : after.removed() - before.removed();
            restockedAfterFulfilment += step.restock() ? after.returned() - before.returned() : 0;
        }
        OrderLine line = fresh.orders().get(id).lines().get(0);
        Level level = fresh.stock().level(variant.itemId(), main).orElseThrow();

        assertThat(level.committed()).isEqualTo(line.open());
        assertThat(level.onHand() + line.fulfilled() - restockedAfterFulfilment + notRestocked)
                .isEqualTo(STOCK);
    }

    private static void apply(Shop shop, long orderId, Step step) {
        Map<Long, Integer> units =
                Map.of(shop.orders().get(orderId).lines().get(0).id(), step.units());
        switch (step.what()) {
            case "fulfil" -> shop.orders().fulfil(orderId, units, Fulfilment.Tracking.NONE);
            case "refund" -> shop.orders().refund(orderId, units, step.restock(), "");
            default -> shop.orders().cancel(orderId, Order.Cancellation.Reason.OTHER, step.restock());
        }
    }
}
