package io.unifiedcommerce.quickstart.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last seconds. Not for use by several threads. */
final class Rate {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private record Sample(Duration at, long total) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param at time since the start, growing from call to call
     * @param total the count at that time
     * @return growth per second since the oldest call within the window; 0 for the first call
     */
    double perSecond(Duration at, long total) {
        samples.addLast(new Sample(at, total));
        while (samples.peekFirst().at().compareTo(at.minus(WINDOW)) < 0) {
            samples.removeFirst();
        }
        Sample oldest = samples.peekFirst();
        long nanos = at.minus(oldest.at()).toNanos();
        return nanos == 0 ? 0 : (total - oldest.total()) * 1e9 / nanos;
    }
}
