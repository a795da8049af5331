package io.unifiedcommerce.channel.manifest;

import java.time.Duration;

/** How a platform limits calls. Sources leave the reserve untouched, so that writes always find room. */
public sealed interface QuotaSpec {

    /** No announced limit; only Retry-After is obeyed. */
    @Kind("none")
    record None() implements QuotaSpec {}

    /** Calls per window, told by response headers. */
    @Kind("window_headers")
    record WindowHeaders(
            @Setting("header with the calls left in the window")
            String remainingHeader,

            @Setting("header with the calls allowed in a window")
            String limitHeader,

            @Setting("header with the time until the window ends")
            String resetHeader,

            @Setting(value = "unit of the reset header", byDefault = "milliseconds")
            ResetUnit resetUnit,

            @Setting(value = "share of the limit that reads leave for writes", byDefault = "0.1")
            double reserve)
            implements QuotaSpec {}

    /**
     * Calls per window of a known length. Headers tell how many are left, but not when the window ends: a window is taken to begin
     * with the first answer that tells of it.
     */
    @Kind("fixed_window")
    record FixedWindow(
            @Setting("header with the calls left in the window")
            String remainingHeader,

            @Setting("header with the calls allowed in a window")
            String limitHeader,

            @Setting("length of a window") Duration length,

            @Setting(value = "share of the limit that reads leave for writes", byDefault = "0.1")
            double reserve)
            implements QuotaSpec {}

    /** Unit of a reset header. */
    enum ResetUnit {
        MILLISECONDS,
        SECONDS,
        EPOCH_SECONDS
    }

    /** A bucket that drains at a steady rate, told by a header {@code used/capacity}. */
    @Kind("leaky_bucket_header")
    record LeakyBucketHeader(
            @Setting("header with used/capacity") String header,
            @Setting("calls drained per second") double leakPerSecond,

            @Setting(value = "share of the capacity that reads leave for writes", byDefault = "0.2")
            double reserve)
            implements QuotaSpec {}

    /** Cost points told in each GraphQL answer under {@code extensions.cost}. */
    @Kind("graphql_cost")
    record GraphqlCost(
            @Setting(value = "points assumed for a request before its first answer", byDefault = "100")
            double initialCost,

            @Setting(value = "share of the bucket that reads leave for writes and other apps", byDefault = "0.2")
            double reserve)
            implements QuotaSpec {}

    /** A fixed number of calls per period, kept by the client. */
    @Kind("fixed_rate")
    record FixedRate(
            @Setting("calls per period") int calls,
            @Setting("length of the period") Duration per,

            @Setting(value = "share that reads leave for writes", byDefault = "0.1")
            double reserve)
            implements QuotaSpec {}
}
