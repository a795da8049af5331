package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.square.FakeSquare;
import io.unifiedcommerce.tck.fake.square.SquareSettings;
import java.time.Clock;
import java.util.Map;

/**
 * Square tells of a return, but not whether the goods are on the shelf again: that the warehouse does. Its source itself sees to
 * the webhook subscription.
 */
public final class Square implements ShopPlatform {

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
        public Map<String, String> options() {
            return Map.of("square.access.token", platform.settings().accessToken());
        }

        @Override
        public Map<String, String> additions() {
            return Map.of("square.api.url", platform.baseUri().toString());
        }
    }
}
