package io.unifiedcommerce.tck.fake.adobecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.tck.fake.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may come in, tried by the connectors' own client, and what it makes of a platform in trouble. */
class AccessTest {
    private static final String[] ONE = {
        "[pageSize]",
        "1",
        "[filterGroups][0][filters][0][field]",
        "updated_at",
        "[filterGroups][0][filters][0][conditionType]",
        "gteq",
        "[filterGroups][0][filters][0][value]",
        "2026-01-01 00:00:00"
    };

    private final FakeCommerce shop = FakeCommerce.start();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void aSignedRequestIsServed() {
        try (ShopClient client = ShopClient.signing(shop)) {
            assertThat(client.items("/V1/orders", ONE)).isEmpty();
        }
        assertThat(shop.requests().withStatus(200)).isEqualTo(1);
    }

    @Test
    void aWrongSecretIsRefused() {
        Map<String, String> keys = new HashMap<>(ShopClient.keys(shop));
        keys.put("adobe-commerce.consumer.secret", "wrong");
        try (ShopClient client = new ShopClient(shop, keys)) {
            assertThatThrownBy(() -> client.items("/V1/orders", ONE)).isInstanceOf(ChannelException.Unauthorized.class);
        }
    }

    @Test
    void aBareTokenIsServedOnlyWhereTheShopAllowsIt() {
        Map<String, String> token = Map.of(
                "adobe-commerce.access.token", shop.settings().integration().accessToken());
        try (ShopClient client = new ShopClient(shop, token)) {
            assertThatThrownBy(() -> client.items("/V1/orders", ONE)).isInstanceOf(ChannelException.Unauthorized.class);
        }
        try (FakeCommerce lenient =
                        FakeCommerce.start(CommerceSettings.defaults().takingBearers());
                ShopClient client = new ShopClient(lenient, token)) {
            assertThat(client.items("/V1/orders", ONE)).isEmpty();
        }
    }

    @Test
    void aTokenOfImsIsFetchedAndRenewedWhenItEnds() {
        CommerceSettings.Ims ims = shop.settings().ims();
        Map<String, String> credentials = Map.of(
                "adobe-commerce.ims.client.id", ims.clientId(),
                "adobe-commerce.ims.client.secret", ims.clientSecret(),
                "adobe-commerce.ims.organization.id", ims.organization(),
                "adobe-commerce.ims.url", shop.imsUri().toString());
        try (ShopClient client = new ShopClient(shop, credentials)) {
            assertThat(client.items("/V1/orders", ONE)).isEmpty();
            shop.expireTokens();
            assertThat(client.items("/V1/orders", ONE)).isEmpty();
        }
        assertThat(shop.requests().calls(call -> call.path().contains("/ims/"))).hasSize(2);
    }

    @Test
    void aResourceThatIsTakenAwayLooksLikeRefusedCredentials() {
        shop.faults().withdrawScope(Sales.ACTIONS);
        try (ShopClient client = ShopClient.signing(shop)) {
            assertThatThrownBy(() -> client.items("/V1/orders", ONE)).isInstanceOf(ChannelException.Unauthorized.class);
            assertThat(client.items("/V1/inventory/sources", "[pageSize]", "1")).hasSize(1);
        }
    }

    @Test
    void troubleThatPassesIsWaitedOutAndEachTryIsSignedAnew() {
        shop.faults()
                .next(
                        new Fault.MaintenancePage(),
                        new Fault.ServerError(503),
                        new Fault.HalfBody(),
                        new Fault.TooManyRequests(Duration.ofSeconds(1), false));
        try (ShopClient client = ShopClient.signing(shop)) {
            assertThat(client.items("/V1/orders", ONE)).isEmpty();
        }
        assertThat(shop.requests().calls().stream()
                        .map(call -> call.call().header("authorization").orElse("")))
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates();
    }
}
