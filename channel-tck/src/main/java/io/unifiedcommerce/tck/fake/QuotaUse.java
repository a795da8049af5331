package io.unifiedcommerce.tck.fake;

/**
 * How well a client used a quota since the start, in the platform's unit (requests or cost points).
 *
 * @param allowed what the platform would have served up to now
 * @param spent what it served
 * @param refused how many requests it turned away
 */
public record QuotaUse(double allowed, double spent, long refused) {
    /** Share of the allowance that was used, 0 to 1. */
    public double share() {
        return allowed == 0 ? 0 : spent / allowed;
    }
}
