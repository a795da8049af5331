package io.unifiedcommerce.tck.fake;

import io.unifiedcommerce.tck.fake.shop.Shop;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A commerce platform in memory on 127.0.0.1, on a port chosen by the system. It runs from construction to
 * {@link #close()}. Quotas, expiry, idempotency and lag go by the given clock; delays of answers and of webhooks are
 * real time. Thread safe.
 */
public abstract class FakePlatform implements AutoCloseable {
    private static final long LOG_BUDGET = 16_000_000;

    private final Clock clock;
    private final Faults faults;
    private final RequestLog requests = new RequestLog(LOG_BUDGET);
    private final Shop shop;
    private final WebhookSender webhooks;
    private final StockWrites stockWrites = new StockWrites();
    private final FakeServer server;

    /** @param webhookRetries pauses before each further attempt, real time */
    protected FakePlatform(Clock clock, long seed, List<Duration> webhookRetries) {
        this.clock = clock;
        faults = new Faults(seed);
        shop = new Shop(clock, faults::listLag);
        webhooks = new WebhookSender(faults, webhookRetries);
        server = new FakeServer(this);
    }

    /** Answers a request that met no fault. Called on many threads. */
    protected abstract HttpAnswer answer(HttpCall call);

    /** The platform's own wording of a refusal: 429, 5xx, 401 or 403. */
    protected abstract HttpAnswer refuse(Fault fault);

    /** Begins to serve; the last act of a constructor, because requests may come at once. */
    protected final void serve() {
        server.start();
    }

    /** Root of the platform's API, without a trailing slash. */
    public URI baseUri() {
        return server.uri();
    }

    /** What quotas, expiry, idempotency and lag go by. */
    public final Clock clock() {
        return clock;
    }

    public final Faults faults() {
        return faults;
    }

    public final RequestLog requests() {
        return requests;
    }

    /** What shoppers and staff do, and the truth to compare with. */
    public final Shop shop() {
        return shop;
    }

    public final WebhookSender webhooks() {
        return webhooks;
    }

    /** Stock levels that clients wrote through the API. */
    public final StockWrites stockWrites() {
        return stockWrites;
    }

    /** How well clients used the quota. */
    public abstract QuotaUse quotaUse();

    /** Stops serving and sending; waits for neither. */
    @Override
    public void close() {
        server.stop();
        webhooks.close();
    }
}
