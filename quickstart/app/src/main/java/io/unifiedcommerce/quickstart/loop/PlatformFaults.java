package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.WebhookFault;
import java.time.Duration;

/** How badly the platforms behave with {@code --faults}. */
final class PlatformFaults {

    private static final double LOST = 0.2;
    /** Of the webhooks that are not lost, so that it is a fifth of all. */
    private static final double DUPLICATED = 0.25;
    /** Of those that are neither. */
    private static final double LATE = 0.2;

    private static final double REFUSED = 0.03;
    private static final double FAILED = 0.03;
    private static final int UNAVAILABLE = 503;

    /**
     * Without the quota's headers: those would say that the store's whole allowance is spent, which no client should doubt
     * before its window ends. A client that really spends it is refused by the platforms' own count.
     */
    private static final Fault OVERLOADED = new Fault.TooManyRequests(Duration.ofSeconds(1), false);

    private PlatformFaults() {}

    /** From now on webhooks get lost, come twice or late, and requests are refused or fail. */
    static void strike(FakePlatform platform) {
        platform.faults()
                .webhooksRandomly(LOST, new WebhookFault.Lost())
                .webhooksRandomly(DUPLICATED, new WebhookFault.Duplicated())
                .webhooksRandomly(LATE, new WebhookFault.Late(Duration.ofSeconds(3)))
                .randomly(REFUSED, Faults.ANY, OVERLOADED)
                .randomly(FAILED, Faults.ANY, new Fault.ServerError(UNAVAILABLE));
    }
}
