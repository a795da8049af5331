package io.unifiedcommerce.quickstart.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The platforms' clock: a day behind until the shops open, since their products were listed before today. A product listed
 * this very moment is too new for a polling connector, which leaves a platform time to make up its mind.
 */
final class ShopClock extends Clock {

    private static final Duration PREPARED_BEFORE = Duration.ofDays(1);

    private final Clock clock;
    private volatile boolean isOpen;

    ShopClock(Clock clock) {
        this.clock = clock;
    }

    void open() {
        isOpen = true;
    }

    @Override
    public Instant instant() {
        return isOpen ? clock.instant() : clock.instant().minus(PREPARED_BEFORE);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Only UTC exists here: instants have no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
