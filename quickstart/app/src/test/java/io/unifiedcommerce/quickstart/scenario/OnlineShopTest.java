package io.unifiedcommerce.quickstart.scenario;

import static io.unifiedcommerce.quickstart.scenario.Invoices.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.platform.Habits;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnlineShopTest {

    private final Shop platform = new Shop(Clock.systemUTC(), () -> Duration.ZERO);
    private long location;
    private OnlineShop shop;

    @BeforeEach
    void openWithTenUnitsOfAAndOneOfB() {
        location = platform.locations().create("Main", "MAIN").id();
        shop = shop(Habits.ONLINE);
        shop.list("A", "Lantern", new BigDecimal("2.55"));
        shop.list("B", "", new BigDecimal("4.25"));
        assertThat(shop.stock()).isEqualTo(Map.of("A", 0L, "B", 0L));
        platform.stock().count("A", location, 10);
        platform.stock().count("B", location, 1);
    }

    @Test
    void sellsTheLinesOfASkuTogether() {
        Sale sale = shop.sell(Invoices.sale("1", line("A", 3), line("B", 1), line("A", 4)));
        assertThat(sale.sold()).isEqualTo(Map.of("A", 7, "B", 1));
        assertThat(sale.refused()).isEmpty();
        assertThat(shop.stock()).isEqualTo(Map.of("A", 3L, "B", 0L));
    }

    @Test
    void leavesOutWhatIsOutOfStock() {
        Sale sale = shop.sell(Invoices.sale("1", line("A", 1), line("B", 2)));
        assertThat(sale.sold()).isEqualTo(Map.of("A", 1));
        assertThat(sale.refused()).isEqualTo(Map.of("B", 2));
        assertThat(shop.stock()).isEqualTo(Map.of("A", 9L, "B", 1L));
    }

    @Test
    void sellsNothingWhenAllIsOutOfStock() {
        Sale sale = shop.sell(Invoices.sale("1", line("B", 2)));
        assertThat(sale.sold()).isEmpty();
        assertThat(platform.orders().records().all()).isEmpty();
    }

    @Test
    void aCancelledOrderIsOnSaleAgain() {
        Sale sale = shop.sell(Invoices.sale("1", line("A", 4)));
        shop.cancel(sale.order());
        assertThat(shop.stock()).containsEntry("A", 10L);
    }

    @Test
    void refundedUnitsAreOnSaleAgainOnlyWhereThePlatformRestocks() {
        Sale sale = shop.sell(Invoices.sale("1", line("A", 4)));
        shop.ship(sale.order());
        shop.refund(sale.order(), Map.of("A", 1));
        assertThat(shop.stock()).containsEntry("A", 6L);
        shop(new Habits(false, true)).refund(sale.order(), Map.of("A", 2));
        assertThat(shop.stock()).containsEntry("A", 8L);
        Order order = platform.orders().get(Long.parseLong(sale.order()));
        assertThat(order.refunds()).hasSize(2);
    }

    @Test
    void whatIsSoldOverTheCounterHasLeft() {
        Sale sale = shop(new Habits(true, true)).sell(Invoices.sale("1", line("A", 4)));
        Order order = platform.orders().get(Long.parseLong(sale.order()));
        assertThat(order.unitsOpen()).isZero();
        assertThat(order.placed().source()).isEqualTo("pos");
        assertThat(shop.stock()).containsEntry("A", 6L);
    }

    @Test
    void aDeliveryComesOnTopOfWhatIsThere() {
        shop.receive(Map.of("A", 5));
        assertThat(shop.stock()).isEqualTo(Map.of("A", 15L, "B", 1L));
    }

    private OnlineShop shop(Habits habits) {
        return new OnlineShop(Channels.SHOP_DE, platform, location, "EUR", habits);
    }
}
