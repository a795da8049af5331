package io.unifiedcommerce.quickstart.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.bigcommerce.BigCommerceSettings;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** BigCommerce leaves returned goods to the warehouse. */
public final class BigCommerce implements ShopPlatform {

    /** The Enterprise plan's seven million requests an hour, for each window of 30 s. */
    private static final int ENTERPRISE_PLAN = 58_000;

    private static final String WEBHOOK_SECRET = "quickstart-webhook-secret";
    private static final List<String> SCOPES = List.of(
            "store/order/created",
            "store/order/updated",
            "store/order/refund/created",
            "store/channel/*/inventory/product/stock_changed");

    @Override
    public String channel() {
        return "bigcommerce";
    }

    @Override
    public String title() {
        return "BigCommerce";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Store(FakeBigCommerce.start(BigCommerceSettings.defaults()
                .at(clock)
                .allowing(ENTERPRISE_PLAN)
                .seeded(seed)));
    }

    private record Store(FakeBigCommerce platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        @Override
        public StockRole stock() {
            return StockRole.Told.at("1", "DELTA");
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "bigcommerce.api.url", platform.baseUri().resolve("/").toString(),
                    "bigcommerce.store.hash", platform.settings().storeHash(),
                    "bigcommerce.access.token", platform.settings().accessToken(),
                    "bigcommerce.client.secret", platform.settings().clientSecret(),
                    "bigcommerce.webhook.secret", WEBHOOK_SECRET);
        }

        @Override
        public void subscribe(URI listener) {
            WebhookApi api = new WebhookApi(
                    platform.baseUri() + "/v3/hooks",
                    Map.of("X-Auth-Token", platform.settings().accessToken()));
            for (String scope : SCOPES) {
                ObjectNode hook = WebhookApi.object()
                        .put("scope", scope)
                        .put("destination", listener.toString())
                        .put("is_active", true);
                hook.putObject("headers").put("X-Webhook-Secret", WEBHOOK_SECRET);
                api.create(hook);
            }
        }
    }
}
