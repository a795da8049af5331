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
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private static final long STOCK = 50;

    private final FakeClock clock = FakeClock.at("2026-11-20T15:00:00Z");
    private final Shop shop = new Shop(clock, () -> Duration.ZERO);
    private final long location = shop.locations().create("Main", "MAIN").id();
    private final Variant tee = shop.catalogue().create("TEE", BigDecimal.TEN, Map.of(location, STOCK));

    private Order buy(int units) {
        OrderDraft draft = OrderDraft.of("EUR", location, new OrderDraft.Line("TEE", units, BigDecimal.TEN));
        return ((OrderResult.Placed) shop.orders().place(draft)).order();
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
