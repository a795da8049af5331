package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.lightspeed.FakeLightspeedX;
import io.unifiedcommerce.tck.fake.lightspeed.LightspeedXSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The tills of a Lightspeed X-Series store: customers take the goods along, and returned ones go back on the shelves. */
public final class LightspeedX implements ShopPlatform {

    /** Of a chain: each till adds to the calls that are allowed. */
    private static final int TILLS = 40;

    private static final List<String> TYPES = List.of("sale.update", "inventory.update");

    @Override
    public String channel() {
        return "lightspeed-x";
    }

    @Override
    public String title() {
        return "Lightspeed X";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Store(FakeLightspeedX.start(
                LightspeedXSettings.defaults().at(clock).seeded(seed).withRegisters(TILLS)));
    }

    private record Store(FakeLightspeedX platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        @Override
        public StockRole stock() {
            return StockRole.Told.at(FakeLightspeedX.outletId(1), "DELTA");
        }

        @Override
        public Habits habits() {
            return new Habits(true, true);
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "lightspeed.x.store.url", platform.baseUri().toString(),
                    "lightspeed.x.client.id", platform.settings().clientId(),
                    "lightspeed.x.client.secret", platform.settings().clientSecret(),
                    "lightspeed.x.refresh.token", platform.settings().refreshToken());
        }

        @Override
        public void subscribe(URI listener) {
            WebhookApi api = new WebhookApi(
                    platform.baseUri() + "/api/2026-07/webhooks",
                    Map.of("Authorization", "Bearer " + platform.settings().personalToken()));
            for (String type : TYPES) {
                api.create(WebhookApi.object()
                        .put("type", type)
                        .put("url", listener.toString())
                        .put("active", true));
            }
        }
    }
}
