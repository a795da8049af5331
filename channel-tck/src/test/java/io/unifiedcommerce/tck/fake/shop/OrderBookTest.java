package io.unifiedcommerce.tck.fake.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.tck.fake.FakeClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private static final long STOCK = 50;

    /** Something that happens to an order; {@code units} of its only line. */
    private record Step(String what, int units, boolean restock) {}

    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final Shop shop = new Shop(clock, () -> Duration.ZERO);
    private final long location = shop.locations().create("Main", "MAIN").id();
    private final Variant tee = shop.catalogue().create("TEE", BigDecimal.TEN, Map.of(location, STOCK));

    private Order buy(int units) {
        OrderDraft draft = OrderDraft.of("EUR", location, new OrderDraft.Line("TEE", units, BigDecimal.TEN));
        return ((OrderResult.Placed) shop.orders().place(draft)).order();
    }

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

    @Test
    void takesUnitsFromSaleAtOnceAndOutOfTheHouseWhenShipped() {
        Order order = buy(3);
        assertThat(shop.stock().level(tee.itemId(), location).orElseThrow().onHand())
                .isEqualTo(STOCK);
        assertThat(shop.stock().available("TEE", location)).isEqualTo(STOCK - 3);

        shop.orders().fulfil(order.id(), Fulfilment.Tracking.NONE);

        assertThat(shop.stock().level(tee.itemId(), location).orElseThrow().onHand())
                .isEqualTo(STOCK - 3);
    }

    @Test
    void paysBackWhatACancelledOrderCost() {
        Order cancelled = shop.orders().cancel(buy(3).id(), Order.Cancellation.Reason.CUSTOMER, true);

        assertThat(cancelled.refunded()).isEqualByComparingTo("30");
        assertThat(cancelled.payments())
                .extracting(Payment::kind)
                .containsExactly(Payment.Kind.SALE, Payment.Kind.REFUND);
        assertThat(shop.stock().available("TEE", location)).isEqualTo(STOCK);
    }

    @Test
    void sellsNoUnitTwiceToShoppersInParallel() throws InterruptedException {
        int shoppers = 4;
        AtomicInteger sold = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(shoppers);
        OrderDraft one = OrderDraft.of("EUR", location, new OrderDraft.Line("TEE", 1, BigDecimal.TEN));
        for (int i = 0; i < STOCK * 2; i++) {
            crowd.execute(() -> {
                if (shop.orders().place(one) instanceof OrderResult.Placed) {
                    sold.incrementAndGet();
                }
            });
        }
        crowd.shutdown();

        assertThat(crowd.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sold).hasValue((int) STOCK);
        assertThat(shop.stock().available("TEE", location)).isZero();
    }

    @Test
    void losesNoOrderFromAListThatIsReadWhileOrdersChange() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(buy(1).id());
        }
        ExecutorService staff = Executors.newSingleThreadExecutor();
        Future<?> changes = staff.submit(() -> {
            for (int round = 0; round < 200; round++) {
                clock.advance(Duration.ofSeconds(1));
                shop.orders().touch(ids.get(round % ids.size()));
            }
        });
        do {
            assertThat(shop.orders().records().byUpdate().values())
                    .extracting(Order::id)
                    .containsAll(ids);
        } while (!changes.isDone());
        staff.shutdown();
        changes.get();
    }

    @Test
    void refusesASkuThatSeveralVariantsCarry() {
        shop.catalogue().create("TEE", BigDecimal.TEN, Map.of(location, 1L));

        assertThatThrownBy(() -> buy(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sku TEE");
    }

    @Test
    void refusesToShipMoreThanIsOpen() {
        Order order = buy(2);
        Map<Long, Integer> three = shop.orders().lines(order.id(), Map.of("TEE", 3));

        assertThatThrownBy(() -> shop.orders().fulfil(order.id(), three, Fulfilment.Tracking.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 open units");
    }
}
