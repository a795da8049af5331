package io.unifiedcommerce.benchmarks;

/** Seconds since its start. */
final class Stopwatch {
    private long start = System.nanoTime();

    void restart() {
        start = System.nanoTime();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
