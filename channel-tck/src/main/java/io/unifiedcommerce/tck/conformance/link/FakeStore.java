package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.RecordedCall;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A store of one of the fake platforms. */
abstract class FakeStore implements LinkedStore {
    /** Every fake has it from its start. */
    private static final long LOCATION = 1;

    private static final Duration NOTIFIED_WITHIN = Duration.ofSeconds(20);

    private final FakePlatform platform;
    private final StoreKeeper keeper;
    private Customer customer;

    FakeStore(FakePlatform platform, String currency) {
        this.platform = platform;
        this.keeper = new StoreKeeper(platform.shop(), currency, LOCATION);
    }

    /** Whether a request writes. */
    abstract boolean isWrite(HttpCall call);

    /** What was written to a customer, beside what the shop itself knows of them. */
    abstract Object writtenTo(long customerId);

    @Override
    public void fill() {
        customer = keeper.fill();
    }

    @Override
    public void trade() {
        keeper.trade();
    }

    @Override
    public Map<String, Set<String>> listed() {
        return Map.of(
                "orders", ids(platform.shop().orders().records()),
                "products", ids(platform.shop().catalogue().products()),
                "variants", ids(platform.shop().catalogue().variants()),
                "customers", ids(platform.shop().customers().records()),
                "locations", ids(platform.shop().locations().records()));
    }

    private static Set<String> ids(Records<?> records) {
        return records.byId().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    @Override
    public StockedItem item() {
        return new StockedItem(StoreKeeper.SKU, Long.toString(LOCATION));
    }

    @Override
    public long shown(StockedItem item) {
        return platform.shop().stock().available(item.sku(), Long.parseLong(item.locationId()));
    }

    @Override
    public String customerId() {
        return Long.toString(customer.id());
    }

    @Override
    public Object state() {
        Customer now = platform.shop().customers().records().find(customer.id()).orElseThrow();
        return List.of(
                Map.copyOf(platform.shop().stock().available()),
                now.tags(),
                now.profile(),
                now.emailConsent(),
                now.smsConsent(),
                writtenTo(customer.id()));
    }

    @Override
    public void loseAnswerToNextWrite() {
        platform.faults().next(this::isWrite, new Fault.Cut(true));
    }

    @Override
    public void meetNext(Fault fault) {
        platform.faults().next(fault);
    }

    @Override
    public void awaitNotifications() {
        try {
            if (!platform.webhooks().awaitDrained(NOTIFIED_WITHIN)) {
                throw new IllegalStateException("webhooks are still on their way after " + NOTIFIED_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public List<HttpCall> requests() {
        return platform.requests().calls().stream().map(RecordedCall::call).toList();
    }

    @Override
    public QuotaUse quotaUse() {
        return platform.quotaUse();
    }

    @Override
    public void close() {
        platform.close();
    }
}
