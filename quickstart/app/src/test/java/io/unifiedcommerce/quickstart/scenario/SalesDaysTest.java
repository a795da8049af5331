package io.unifiedcommerce.quickstart.scenario;

import static io.unifiedcommerce.quickstart.scenario.Invoices.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.platform.Habits;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Both shops without a till: what the books say must be what the platforms and the warehouse's messages say. */
class SalesDaysTest {

    private static final int OPENING = 1_000;

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Clock clock = new HastyClock();
    private final Map<SalesChannel, Shop> platforms =
            Map.of(Channels.SHOP_DE, platform(), Channels.SHOP_US, platform());
    private final OnlineShop shopDe = shop(Channels.SHOP_DE, new Habits(false, true));
    private final OnlineShop shopUs = shop(Channels.SHOP_US, Habits.ONLINE);
    private final Books books = new Books();
    private final SalesDays days = days(shopDe);

    @Test
    void theBooksAgreeWithThePlatforms() throws InterruptedException {
        books.delivered(new OpeningStock(Map.of(Place.WAREHOUSE, Map.of("A", OPENING))));
        List<Invoice> invoices = new ArrayList<>();
        invoices.addAll(Invoices.salesOn(Channels.SHOP_DE, 40, line("A", 2)));
        invoices.addAll(Invoices.salesOn(Channels.SHOP_US, 40, line("A", 3)));
        days.play(invoices, 1_000);
        Played played = books.played();
        assertThat(played.orders()).isEqualTo(80);
        assertThat(played.cancelled()).isPositive();
        assertThat(played.shipped()).isGreaterThan(played.cancelled());
        long soldByPlatforms = Stream.of(shopDe, shopUs)
                .mapToLong(shop -> OPENING - shop.stock().get("A"))
                .sum();
        assertThat(books.expected().shownBy(Channels.SHOP_DE).get("A")).isEqualTo(OPENING - soldByPlatforms);
    }

    @Test
    void bigCommerceLeavesReturnedGoodsToTheWarehouseAndShopifyDoesNot() throws InterruptedException {
        days.play(Invoices.salesOn(Channels.SHOP_DE, 12, line("A", 2)), 1_000);
        days.play(List.of(Invoices.returned("C1", line("A", 2))), 1_000);
        assertThat(kafka.history()).isEmpty();
        days.play(Invoices.salesOn(Channels.SHOP_US, 12, line("A", 5)), 1_000);
        days.play(List.of(Invoices.returned("C2", line("A", 5))), 1_000);
        assertThat(kafka.history())
                .singleElement()
                .satisfies(sent -> assertThat(sent.topic()).isEqualTo("commerce.inventory-adjustments.v1"));
        assertThat(books.played().returns()).isEqualTo(2);
    }

    @Test
    void withoutATillGoodsOfAnUnknownOrderComeBackToTheWarehouse() throws InterruptedException {
        days.play(List.of(Invoices.returned("C1", line("A", 2))), 1_000);
        assertThat(kafka.history()).hasSize(1);
        assertThat(books.expected().shownBy(Channels.SHOP_DE)).containsEntry("A", 2L);
    }

    @Test
    void whatIsSoldOverTheCounterIsNeitherShippedNorCancelledAndMayComeBack() throws InterruptedException {
        SalesDays tills = days(
                new OnlineShop(Channels.SHOP_DE, platforms.get(Channels.SHOP_DE), 1, "EUR", new Habits(true, true)));
        tills.play(Invoices.salesOn(Channels.SHOP_DE, 40, line("A", 2)), 1_000);
        tills.play(List.of(Invoices.returned("C1", line("A", 2))), 1_000);
        assertThat(books.played().shipped() + books.played().cancelled()).isZero();
        assertThat(kafka.history()).isEmpty();
        assertThat(books.expected().oversold()).isEqualTo(39 * 2);
    }

    private SalesDays days(OnlineShop first) {
        Map<SalesChannel, Storefront> storefronts = new LinkedHashMap<>();
        storefronts.put(Channels.SHOP_DE, first);
        storefronts.put(Channels.SHOP_US, shopUs);
        return new SalesDays(new Retailer(storefronts, new Warehouse(kafka, clock)), books, clock);
    }

    private Shop platform() {
        return new Shop(clock, () -> Duration.ZERO);
    }

    private OnlineShop shop(SalesChannel channel, Habits habits) {
        Shop platform = platforms.get(channel);
        long location = platform.locations().create("Main", "MAIN").id();
        OnlineShop shop = new OnlineShop(channel, platform, location, "EUR", habits);
        shop.list("A", "Lantern", new BigDecimal("2.55"));
        platform.stock().count("A", location, OPENING);
        return shop;
    }

    /** A clock on which a tenth of a second passes between two looks, so that nobody waits for staff. */
    private static final class HastyClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(100);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
