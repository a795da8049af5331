package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.SquareContract;
import io.unifiedcommerce.tck.fake.square.FakeSquare;
import io.unifiedcommerce.tck.fake.square.SquareSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Square: the fake seller and the published OpenAPI document. */
public final class SquareLink implements PlatformLink {
    /** Calls in a second that the channel allows itself. */
    private static final int MODEST = 8;

    @Override
    public String channel() {
        return "square";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(FakeSquare.start(
                SquareSettings.defaults().at(clock).allowing(MODEST).retrying(List.of())));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(new PublishedOpenApi("Connect v2, published OpenAPI document", "square", SquareContract::of));
    }

    /** One seller. */
    private static final class Store extends FakeStore {
        private final FakeSquare platform;

        Store(FakeSquare platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        @Override
        public Map<String, String> options() {
            return Map.of(
                    "square.api.url",
                    platform.baseUri().toString(),
                    "square.access.token",
                    platform.settings().accessToken());
        }

        @Override
        boolean isWrite(HttpCall call) {
            return call.path().endsWith("/batch-create");
        }

        @Override
        Object writtenTo(long customerId) {
            return "";
        }
    }
}
