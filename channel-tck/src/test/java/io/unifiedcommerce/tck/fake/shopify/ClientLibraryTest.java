package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.shopify.ShopifySdk;
import com.shopify.model.ShopifyOrder;
import com.shopify.model.ShopifyProduct;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Fulfilment;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The only Java client of Shopify on Maven Central reads the fake's REST shapes, which webhooks share. It is a
 * witness and nothing more: released in 2020, REST only, speaking a retired version of the API, with old Jersey.
 */
class ClientLibraryTest {
    private final Shopper shopper = new Shopper();
    private final Customer ines = shopper.store
            .shop()
            .customers()
            .create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard")
                    .livingAt(new Address(
                            "Ines", "Bernard", "3 rue Neuve", "", "Lyon", "", "69001", "France", "FR", "")));
    private ShopifySdk client;

    @BeforeEach
    void connect() {
        shopper.store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10L));
        client = ShopifySdk.newBuilder()
                .withApiUrl(shopper.store.baseUri() + "/admin")
                .withAccessToken("shpat_fake")
                .build();
    }

    @AfterEach
    void stop() {
        shopper.close();
    }

    @Test
    void readsOrdersWithTheirParts() {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 2, new BigDecimal("29.90")))
                .boughtBy(ines);
        Order order = ((OrderResult.Placed) shopper.store.shop().orders().place(draft)).order();
        long line = order.lines().get(0).id();
        shopper.store
                .shop()
                .orders()
                .fulfil(order.id(), Map.of(line, 1), new Fulfilment.Tracking("Colissimo", "6A1", ""));
        shopper.store.shop().orders().refund(order.id(), Map.of(line, 1), true, "size");

        ShopifyOrder read = client.getOrder(String.valueOf(order.id()));
        List<ShopifyOrder> all = client.getOrders();

        assertThat(all).extracting(ShopifyOrder::getId).containsExactly(read.getId());
        assertThat(read.getName()).isEqualTo("#1001");
        assertThat(read.getTotalPrice()).isEqualByComparingTo("59.80");
        assertThat(read.getCurrency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(read.getCreatedAt().toInstant().toString()).isEqualTo("2026-11-20T15:00:00.000Z");
        assertThat(read.getFinancialStatus()).isEqualTo("partially_refunded");
        assertThat(read.getFulfillmentStatus()).isEqualTo("fulfilled");
        assertThat(read.getLineItems().get(0).getSku()).isEqualTo("TEE");
        assertThat(read.getFulfillments().get(0).getTrackingNumber()).isEqualTo("6A1");
        assertThat(read.getRefunds().get(0).getRefundLineItems().get(0).getQuantity())
                .isEqualTo(1);
        assertThat(read.getCustomer().getEmail()).isEqualTo("ines.b@example.org");
        assertThat(read.getShippingAddress().getCity()).isEqualTo("Lyon");
    }

    @Test
    void readsProductsCustomersAndLocations() {
        ShopifyProduct product = client.getProducts(50).get(0);

        assertThat(product.getVariants().get(0).getSku()).isEqualTo("TEE");
        assertThat(product.getVariants().get(0).getInventoryQuantity()).isEqualTo(10);
        assertThat(client.getCustomer(String.valueOf(ines.id())).getFirstName()).isEqualTo("Ines");
        assertThat(client.getLocations()).hasSize(1);
    }
}
