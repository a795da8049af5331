package io.unifiedcommerce.quickstart.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.square.FakeSquare;
import io.unifiedcommerce.tck.fake.square.SquareSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Square tells of a return, but not whether the goods are on the shelf again: that the warehouse does. */
public final class Square implements ShopPlatform {

    private static final List<String> TYPES = List.of("order.created", "order.updated", "inventory.count.updated");

    @Override
    public String channel() {
        return "square";
    }

    @Override
    public String title() {
        return "Square";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Seller(FakeSquare.start(SquareSettings.defaults().at(clock).seeded(seed)));
    }

    private record Seller(FakeSquare platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        /** Counts go out a hundred at once, and Square takes off what was sold after them; movements go out one by one. */
        @Override
        public StockRole stock() {
            return StockRole.Told.at("1", "SET");
        }

        @Override
        public Map<String, String> options(URI listener) {
            return Map.of(
                    "square.access.token", platform.settings().accessToken(),
                    "square.webhook.signature.key", platform.settings().signatureKey(),
                    "square.webhook.url", listener.toString());
        }

        @Override
        public Map<String, String> additions() {
            return Map.of("square.api.url", platform.baseUri().toString());
        }

        @Override
        public void subscribe(URI listener) {
            ObjectNode call = WebhookApi.object().put("idempotency_key", "quickstart");
            ArrayNode types = call.putObject("subscription")
                    .put("name", "hub")
                    .put("notification_url", listener.toString())
                    .putArray("event_types");
            TYPES.forEach(types::add);
            Map<String, String> headers = Map.of(
                    "Authorization", "Bearer " + platform.settings().accessToken(), "Square-Version", "2026-08-19");
            new WebhookApi(platform.baseUri() + "/v2/webhooks/subscriptions", headers).create(call);
        }
    }
}
