package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.adobecommerce.CommerceSettings;
import io.unifiedcommerce.tck.fake.adobecommerce.FakeCommerce;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The source against a shop that behaves like Magento, where that hurts. */
class AdobeCommerceTaskTest {
    private static final BigDecimal PRICE = new BigDecimal("10.00");

    // Requests are signed by the time of this machine, and one from the future is refused.
    private final FakeClock clock = FakeClock.at(Instant.now());
    private FakeCommerce shop;
    private TaskHarness connect;

    @BeforeEach
    void openShop() {
        shop = FakeCommerce.start(CommerceSettings.defaults().at(clock));
        Location lyon = shop.shop().locations().create("Lyon", "LYON");
        shop.shop().catalogue().create("SHIRT", PRICE, Map.of(1L, 1_000L, lyon.id(), 20L));
    }

    @AfterEach
    void closeShop() {
        connect.close();
        shop.close();
    }

    @Test
    void aShipmentBringsItsOrderThoughTheOrdersTimeStands() {
        Order order = buy();
        clock.advance(Duration.ofHours(1));
        shop.shop().orders().fulfil(order.id(), Fulfilment.Tracking.NONE);
        connect = started("shipments,shipped_orders");

        connect.runUntil(() -> !connect.raw("shipped_orders").isEmpty());

        Object shipped = connect.raw("shipped_orders").get(0).value();
        assertThat(at("updated_at", shipped)).isEqualTo(at("created_at", shipped));
        assertThat(at("items[0].qty_shipped", shipped)).isEqualTo(1L);
        assertThat(connect.keys("shipments")).hasSize(1);
    }

    @Test
    void moreOrdersInOneSecondThanAPageHoldsAreReadThoughTheLastPageRepeats() {
        Set<Object> expected = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            expected.add(Long.toString(buy().id()));
        }
        connect = started("orders");

        connect.runUntil(() -> new HashSet<>(connect.keys("orders")).containsAll(expected));

        assertThat(connect.keys("orders")).hasSize(expected.size());
        assertThat(connect.metric("orders/failing-ms")).isEqualTo(0L);
    }

    @Test
    void stockIsReadOfEachSourceAndThenWhatDiffers() {
        connect = started("inventory_levels");
        connect.runUntil(() -> connect.raw("inventory_levels").size() == 2);

        shop.shop().stock().count("SHIRT", 2, 17);
        clock.advance(Duration.ofMinutes(30));
        connect.runUntil(() -> connect.raw("inventory_levels").size() > 2);

        assertThat(connect.raw("inventory_levels")).hasSize(3);
        Object changed = connect.raw("inventory_levels").get(2).value();
        assertThat(at("source_code", changed)).isEqualTo("lyon");
        assertThat(at("quantity", changed)).isEqualTo(17L);
    }

    private static Object at(String path, Object record) {
        return Path.parse(path).get(record);
    }

    private TaskHarness started(String streams) {
        CommerceSettings.Integration keys = shop.settings().integration();
        Map<String, String> props = new HashMap<>();
        props.put("name", "magento-source");
        props.put("channel.instance", "shop-fr");
        props.put("adobe-commerce.rest.url", shop.baseUri().toString());
        props.put("adobe-commerce.consumer.key", keys.consumerKey());
        props.put("adobe-commerce.consumer.secret", keys.consumerSecret());
        props.put("adobe-commerce.access.token", keys.accessToken());
        props.put("adobe-commerce.access.token.secret", keys.tokenSecret());
        props.put(SourceKeys.STREAMS, streams);
        return TaskHarness.started(new AdobeCommerceSourceConnector(), props, clock);
    }

    private Order buy() {
        OrderResult result =
                shop.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("SHIRT", 1, PRICE)));
        return ((OrderResult.Placed) result).order();
    }
}
