package io.unifiedcommerce.channel.quota;

/**
 * The fewest calls left that answers told of since a window began. When no call is open any more it counts each of them once,
 * while the last answer alone cannot say which of the calls that were open with it the platform had counted by then.
 */
final class LeastTold {
    private double least;
    private double bookedAtLoss = -1;
    private boolean certain;

    /** The first answer of a window. */
    void begin(QuotaBudget.Ticket ticket, double remaining) {
        least = remaining;
        certain = ticket.bookedThrough() > bookedAtLoss;
    }

    /** One more answer; of an earlier window it does no harm but to hold calls back. */
    void also(double remaining) {
        least = Math.min(least, remaining);
    }

    /**
     * A call ended without telling anything: whether it was counted, only answers to calls that are booked later can include.
     *
     * @param booked cost of all calls that were booked so far
     */
    void lost(double booked) {
        bookedAtLoss = booked;
        certain = false;
    }

    double least() {
        return least;
    }

    /** Whether every call that is no longer open is counted. */
    boolean certain() {
        return certain;
    }
}
