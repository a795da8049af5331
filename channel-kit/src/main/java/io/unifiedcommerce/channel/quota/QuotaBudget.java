package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What one store's platform still allows. The platform's own figures are believed wherever it tells them, because other
 * apps draw on the same allowance; calls that those figures may not include yet are subtracted, so that several calls
 * in flight never overdraw it. Not safe for use by several threads: {@link QuotaGate} makes it so.
 */
public sealed interface QuotaBudget permits NoLimit, FixedRateBudget, WindowBudget, FixedWindowBudget, BucketBudget {

    /** How long to wait before this call may be made; zero for now. Changes nothing. */
    Duration delayBefore(Call call, Instant now);

    /** Books a call that is about to be made; only after {@link #delayBefore} was zero. */
    Ticket take(Call call, Instant now);

    /** Learns from the answer to a booked call. */
    void observe(Ticket ticket, Reply reply, Instant now);

    /** No answer came: whether the platform counted the call is not known, so it stays counted. */
    void lost(Ticket ticket);

    /** Share of the allowance that is left, 0 to 1; 1 while it is not known. */
    double headroom(Instant now);

    /** The budget for a platform's kind of limit. */
    static QuotaBudget of(QuotaSpec spec) {
        if (spec instanceof QuotaSpec.FixedRate rate) {
            return new FixedRateBudget(rate);
        }
        if (spec instanceof QuotaSpec.WindowHeaders window) {
            return new WindowBudget(window);
        }
        if (spec instanceof QuotaSpec.FixedWindow window) {
            return new FixedWindowBudget(window);
        }
        if (spec instanceof QuotaSpec.LeakyBucketHeader bucket) {
            return new BucketBudget(BucketLevel.Reader.ofHeader(bucket), bucket.reserve(), 1);
        }
        if (spec instanceof QuotaSpec.GraphqlCost cost) {
            return new BucketBudget(BucketLevel.Reader.ofGraphqlCost(), cost.reserve(), cost.initialCost());
        }
        return new NoLimit();
    }

    /**
     * A call that asks for admission.
     *
     * @param template what calls of the same cost have in common, such as the path template or query file
     * @param mayUseReserve whether it may draw on what reads leave untouched
     */
    record Call(String template, boolean mayUseReserve) {}

    /**
     * What an answer tells about the allowance.
     *
     * @param refused whether the platform refused the call for want of allowance
     * @param headers first value of each header, by lower-case name
     * @param body parsed JSON; null for none
     */
    record Reply(boolean refused, Map<String, String> headers, Object body) {}

    /**
     * A booked call.
     *
     * @param cost in calls or points, as assumed when it was booked
     * @param bookedThrough cost of all calls up to this one
     * @param openBefore cost of the calls that were unanswered when it was booked
     */
    record Ticket(Call call, Instant takenAt, double cost, double bookedThrough, double openBefore) {}
}
