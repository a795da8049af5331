package io.unifiedcommerce.tck.fake.square;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.square.SquareClient;
import com.squareup.square.core.Environment;
import com.squareup.square.types.BatchGetInventoryCountsRequest;
import com.squareup.square.types.CatalogObject;
import com.squareup.square.types.InventoryCount;
import com.squareup.square.types.SearchCatalogObjectsRequest;
import com.squareup.square.types.SearchCustomersRequest;
import com.squareup.square.types.SearchOrdersRequest;
import com.squareup.square.types.WebhookSubscription;
import com.squareup.square.utilities.WebhooksHelper;
import com.squareup.square.webhooks.types.CreateWebhookSubscriptionRequest;
import com.squareup.square.webhooks.types.DeleteSubscriptionsRequest;
import com.squareup.square.webhooks.types.GetSubscriptionsRequest;
import com.squareup.square.webhooks.types.ListSubscriptionsRequest;
import com.squareup.square.webhooks.types.UpdateWebhookSubscriptionRequest;
import io.unifiedcommerce.tck.fake.Receiver;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Square's own client, which nobody here wrote, reads the fake and is told by it. */
class ClientLibraryTest {
    private final FakeSquare seller = FakeSquare.start();
    private final Customer ines =
            seller.shop().customers().create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard"));
    private final SquareClient client = SquareClient.builder()
            .token(seller.settings().accessToken())
            .environment(Environment.custom(seller.baseUri().toString()))
            .maxRetries(0)
            .build();

    @AfterEach
    void stop() {
        seller.close();
    }

    @Test
    void readsOrdersCatalogueStockAndCustomers() {
        seller.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10L));
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 3, new BigDecimal("29.90")))
                .boughtBy(ines);
        Order order = ((OrderResult.Placed) seller.shop().orders().place(draft)).order();

        assertThat(client.orders()
                        .search(SearchOrdersRequest.builder()
                                .locationIds(List.of("1"))
                                .build())
                        .getOrders()
                        .orElseThrow())
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.getId()).contains(Long.toString(order.id()));
                    assertThat(read.getTotalMoney().orElseThrow().getAmount()).contains(8970L);
                    assertThat(read.getLineItems().orElseThrow())
                            .singleElement()
                            .satisfies(line -> assertThat(line.getQuantity()).isEqualTo("3"));
                });
        assertThat(client.catalog()
                        .search(SearchCatalogObjectsRequest.builder().build())
                        .getObjects()
                        .orElseThrow())
                .filteredOn(CatalogObject::isItemVariation)
                .singleElement()
                .satisfies(object -> assertThat(object.getItemVariation()
                                .orElseThrow()
                                .getItemVariationData()
                                .orElseThrow()
                                .getSku())
                        .contains("TEE"));
        assertThat(client.inventory()
                        .batchGetCounts(BatchGetInventoryCountsRequest.builder()
                                .locationIds(List.of("1"))
                                .build()))
                .extracting(InventoryCount::getQuantity)
                .containsExactly(Optional.of("7"));
        assertThat(client.customers()
                        .search(SearchCustomersRequest.builder().build())
                        .getCustomers()
                        .orElseThrow())
                .singleElement()
                .satisfies(read -> assertThat(read.getEmailAddress()).contains("ines.b@example.org"));
    }

    @Test
    void keepsSubscriptionsAndBelievesWhatTheyBring() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = subscribe(receiver);
            assertThat(client.webhooks().subscriptions().list())
                    .singleElement()
                    .satisfies(listed -> assertThat(listed.getSignatureKey()).isEmpty());
            String key = client.webhooks()
                    .subscriptions()
                    .get(GetSubscriptionsRequest.builder().subscriptionId(id).build())
                    .getSubscription()
                    .orElseThrow()
                    .getSignatureKey()
                    .orElseThrow();

            seller.shop().customers().create(CustomerProfile.of("ada@example.com", "Ada", "Lovelace"));
            assertThat(seller.webhooks().awaitDrained(Duration.ofSeconds(10))).isTrue();
            Receiver.Received told = receiver.received().get(0);
            assertThat(WebhooksHelper.verifySignature(
                            told.body(),
                            told.headers().get("x-square-hmacsha256-signature"),
                            key,
                            receiver.uri().toString()))
                    .isTrue();

            switchOff(id);
            assertThat(client.webhooks().subscriptions().list()).isEmpty();
            assertThat(client.webhooks()
                            .subscriptions()
                            .list(ListSubscriptionsRequest.builder()
                                    .includeDisabled(true)
                                    .build()))
                    .hasSize(1);
            client.webhooks()
                    .subscriptions()
                    .delete(DeleteSubscriptionsRequest.builder()
                            .subscriptionId(id)
                            .build());
        }
    }

    private String subscribe(Receiver receiver) throws IOException {
        WebhookSubscription wanted = WebhookSubscription.builder()
                .name("witness")
                .eventTypes(List.of("customer.created"))
                .notificationUrl(receiver.uri().toString())
                .apiVersion("2026-08-19")
                .build();
        return client.webhooks()
                .subscriptions()
                .create(CreateWebhookSubscriptionRequest.builder()
                        .subscription(wanted)
                        .build())
                .getSubscription()
                .orElseThrow()
                .getId()
                .orElseThrow();
    }

    private void switchOff(String id) {
        client.webhooks()
                .subscriptions()
                .update(UpdateWebhookSubscriptionRequest.builder()
                        .subscriptionId(id)
                        .subscription(
                                WebhookSubscription.builder().enabled(false).build())
                        .build());
    }
}
