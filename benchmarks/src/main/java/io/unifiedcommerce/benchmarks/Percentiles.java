package io.unifiedcommerce.benchmarks;

import java.util.Arrays;
import java.util.List;

/** How long things took, in milliseconds. */
final class Percentiles {
    private final double[] sorted;

    Percentiles(List<Double> milliseconds) {
        sorted = milliseconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    /** @param share such as 0.99 */
    double at(double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                "%d times: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms",
                sorted.length, at(0.5), at(0.99), at(0.999), at(1));
    }
}
