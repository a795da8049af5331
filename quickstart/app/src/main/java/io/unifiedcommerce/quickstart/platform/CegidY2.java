package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.cegid.CegidSettings;
import io.unifiedcommerce.tck.fake.cegid.FakeCegid;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/**
 * A store of Cegid Retail Y2, which counts its own shelves: no known call writes a stock level, so it is read and not told, as
 * the till is.
 */
public final class CegidY2 implements ShopPlatform {

    /** Y2 tells no change of a level: all are read again and again, in the pace of a demonstration. */
    private static final Duration PASS = Duration.ofSeconds(15);

    @Override
    public String channel() {
        return "cegid-y2";
    }

    @Override
    public String title() {
        return "Cegid Y2";
    }

    @Override
    public RunningShop open(Clock clock, long seed) {
        return new Store(FakeCegid.start(CegidSettings.defaults().at(clock).seeded(seed)));
    }

    private record Store(FakeCegid platform) implements RunningShop {

        @Override
        public String currency() {
            return platform.settings().currency();
        }

        @Override
        public StockRole stock() {
            return new StockRole.Counts("1", "AVAILABLE");
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "cegid.url", platform.baseUri().toString(),
                    "cegid.database.id", platform.settings().databaseId(),
                    "cegid.user", platform.settings().user(),
                    "cegid.password", platform.settings().password());
        }

        /** Its counts are the stock, so those that are there already must be told: beginning now would pass over them. */
        @Override
        public Map<String, String> additions() {
            String pass = Long.toString(PASS.toMillis());
            String yesterday = LocalDate.ofInstant(
                            platform.clock().instant(), platform.settings().zone())
                    .minusDays(1)
                    .toString();
            return Map.of("scan.interval.ms", pass, "poll.interval.ms", pass, "start.time", yesterday);
        }
    }
}
