package io.unifiedcommerce.tck.fake.adobecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake lists as the real platform does, where that hurts. */
class ListingTest {
    private static final BigDecimal PRICE = new BigDecimal("29.90");

    private final FakeClock clock = FakeClock.at(Instant.now());
    private final FakeCommerce shop =
            FakeCommerce.start(CommerceSettings.defaults().at(clock));
    private final ShopClient client = ShopClient.signing(shop);

    @BeforeEach
    void stock() {
        shop.shop().catalogue().create("TEE", PRICE, Map.of(1L, 50L));
    }

    @AfterEach
    void stop() {
        client.close();
        shop.close();
    }

    @Test
    void thePageBeyondTheLastIsTheLastOnceMore() {
        for (int i = 0; i < 3; i++) {
            buy(1);
        }
        assertThat(ids("[pageSize]", "2", "[currentPage]", "2"))
                .hasSize(1)
                .isEqualTo(ids("[pageSize]", "2", "[currentPage]", "9"));
        assertThat(Path.parse("total_count").get(client.get("/V1/orders", "[pageSize]", "2")))
                .isEqualTo(3L);
    }

    @Test
    void aPageThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> ids("[pageSize]", "301"))
                .isInstanceOfSatisfying(
                        ChannelException.Rejected.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void criteriaThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> ids("[pageSize]", "2", "[page]", "1")).isInstanceOf(ChannelException.Rejected.class);
        assertThatThrownBy(() -> ids("[pageSize]", "2", "[filterGroups][0][filters][0][operator]", "eq"))
                .isInstanceOf(ChannelException.Rejected.class);
    }

    @Test
    void aShipmentDoesNotMoveTheTimeOfItsOrder() {
        Order order = buy(2);
        String placed = updated(order);
        clock.advance(Duration.ofMinutes(5));
        shop.shop().orders().fulfil(order.id(), Fulfilment.Tracking.NONE);

        assertThat(updated(order)).isEqualTo(placed);
        assertThat(Path.parse("items[0].qty_shipped").get(client.get("/V1/orders/" + order.id())))
                .isEqualTo(2L);
        assertThat(client.items("/V1/shipments", "[pageSize]", "10")).hasSize(1);

        clock.advance(Duration.ofMinutes(5));
        shop.shop().orders().touch(order.id());
        assertThat(updated(order)).isNotEqualTo(placed);
    }

    @Test
    void whatIsSoldAndNotSentStillLiesAtItsSource() {
        buy(2);

        assertThat(quantity()).isEqualTo(50L);
        assertThat(shop.salable("TEE")).isEqualTo(48L);
    }

    private Object quantity() {
        return Path.parse("quantity")
                .get(client.items("/V1/inventory/source-items", "[pageSize]", "10")
                        .get(0));
    }

    private List<Object> ids(String... criteria) {
        String[] sorted = Arrays.copyOf(criteria, criteria.length + 4);
        sorted[criteria.length] = "[sortOrders][0][field]";
        sorted[criteria.length + 1] = "entity_id";
        sorted[criteria.length + 2] = "[sortOrders][0][direction]";
        sorted[criteria.length + 3] = "ASC";
        return client.items("/V1/orders", sorted).stream()
                .map(Path.parse("entity_id")::get)
                .toList();
    }

    private String updated(Order order) {
        return Path.parse("updated_at").string(client.get("/V1/orders/" + order.id()));
    }

    private Order buy(int units) {
        OrderResult result =
                shop.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", units, PRICE)));
        return ((OrderResult.Placed) result).order();
    }
}
