package io.unifiedcommerce.tck.conformance.corner;

import io.unifiedcommerce.tck.conformance.link.ApiContract;
import io.unifiedcommerce.tck.conformance.link.LinkedStore;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.RecordedCall;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Links the channel corner-shop to its platform, as an integrator would. */
public final class CornerLink implements PlatformLink {

    @Override
    public String channel() {
        return "corner-shop";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(new CornerShop(clock));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(new Contract());
    }

    /** The parameters that the platform knows. */
    private record Contract() implements ApiContract.OfRequests {
        private static final Set<String> KNOWN = Set.of("from", "to", "size", "page");

        @Override
        public String name() {
            return "the corner shop's contract";
        }

        @Override
        public List<String> problems(HttpCall request) {
            return request.query().keySet().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .map(name -> "unknown parameter '" + name + "'")
                    .toList();
        }
    }

    /** One store. */
    private record Store(CornerShop shop) implements LinkedStore {
        private static final int ORDERS = 25;

        @Override
        public Map<String, String> options() {
            return Map.of("corner.url", shop.baseUri().toString(), "corner.token", "secret");
        }

        @Override
        public void fill() {
            for (long id = 1; id <= ORDERS; id++) {
                shop.order(id, "paid");
            }
            shop.count("TEE", 50);
            shop.count("CUP", 7);
        }

        @Override
        public void trade() {
            shop.order(1, "sent");
            shop.order(shop.orderIds().size() + 1L, "paid");
            shop.count("CUP", shop.units("CUP") + 1);
        }

        @Override
        public Map<String, Set<String>> listed() {
            return Map.of(
                    "orders", shop.orderIds().stream().map(String::valueOf).collect(Collectors.toSet()),
                    "levels", Set.of("TEE", "CUP"));
        }

        @Override
        public StockedItem item() {
            return new StockedItem("TEE", "north");
        }

        @Override
        public long shown(StockedItem item) {
            return shop.units(item.sku());
        }

        @Override
        public String customerId() {
            throw new UnsupportedOperationException("the corner shop knows no customers");
        }

        @Override
        public Object state() {
            return Map.of("TEE", shop.units("TEE"), "CUP", shop.units("CUP"));
        }

        @Override
        public void loseAnswerToNextWrite() {
            shop.faults().next(call -> !call.method().equals("GET"), new Fault.Cut(true));
        }

        @Override
        public void meetNext(Fault fault) {
            shop.faults().next(fault);
        }

        @Override
        public List<HttpCall> requests() {
            return shop.requests().calls().stream().map(RecordedCall::call).toList();
        }

        @Override
        public QuotaUse quotaUse() {
            return shop.quotaUse();
        }

        @Override
        public void close() {
            shop.close();
        }
    }
}
