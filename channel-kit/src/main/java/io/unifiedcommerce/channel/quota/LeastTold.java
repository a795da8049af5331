package io.unifiedcommerce.channel.quota;

import java.time.Instant;

/**
 * The fewest calls left that answers told of since a window began. When no call is open any more it counts each of them once,
 * while the last answer alone cannot say which of the calls that were open with it the platform had counted by then.
 *
 * <p>An answer lies in a later window only where that is certain: its request went out after the end of everything gathered so
 * far. What is not certain keeps the fewest, which holds calls back but never overdraws.
 */
final class LeastTold {
    private double least;
    private Instant latestEnd = Instant.MIN;

    /**
     * Takes in what an answer tells.
     *
     * @param remaining calls left by the answer
     * @param earliestEnd before which the answer's window cannot end
     * @param latestEnd after which it cannot
     */
    void told(double remaining, Instant earliestEnd, Instant latestEnd) {
        boolean later = !earliestEnd.isBefore(this.latestEnd);
        least = later ? remaining : Math.min(least, remaining);
        this.latestEnd = later || latestEnd.isAfter(this.latestEnd) ? latestEnd : this.latestEnd;
    }

    /** A call ended without an answer, so that none tells whether it was counted. */
    void untold(double cost) {
        least -= cost;
    }

    double least() {
        return least;
    }
}
