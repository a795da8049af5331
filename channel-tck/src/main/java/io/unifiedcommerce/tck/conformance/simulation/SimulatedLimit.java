package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import io.unifiedcommerce.channel.quota.QuotaBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A platform's limit on calls, kept by the platform. */
public interface SimulatedLimit {

    /** Answers a call that arrives; a refused one tells so. */
    QuotaBudget.Reply arrive(Instant now);

    /** Calls that the platform would answer in a time, in the long run. */
    double allowed(Duration time);

    /** So many calls in each window of the platform's own clock, told by the headers that the manifest names. */
    final class Windows implements SimulatedLimit {
        private final QuotaSpec.WindowHeaders spec;
        private final int limit;
        private final Duration length;
        private long window = Long.MIN_VALUE;
        private int used;

        /** Windows of the length that the manifest says; no header tells when one ends. */
        public static Windows without(QuotaSpec.FixedWindow spec, int limit) {
            return new Windows(
                    new QuotaSpec.WindowHeaders(
                            spec.remainingHeader(),
                            spec.limitHeader(),
                            null,
                            QuotaSpec.ResetUnit.SECONDS,
                            spec.reserve()),
                    limit,
                    spec.length());
        }

        /** @param spec its reset header may be null: then nothing tells when a window ends */
        public Windows(QuotaSpec.WindowHeaders spec, int limit, Duration length) {
            this.spec = spec;
            this.limit = limit;
            this.length = length;
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            // The platform's windows begin at no time that we know of.
            long shifted = now.toEpochMilli() + 7_777;
            if (shifted / length.toMillis() != window) {
                window = shifted / length.toMillis();
                used = 0;
            }
            boolean refused = used >= limit;
            used += refused ? 0 : 1;
            Map<String, String> headers = new HashMap<>();
            headers.put(lower(spec.remainingHeader()), Integer.toString(limit - used));
            headers.put(lower(spec.limitHeader()), Integer.toString(limit));
            if (spec.resetHeader() != null) {
                long left = length.toMillis() - shifted % length.toMillis();
                headers.put(lower(spec.resetHeader()), Long.toString(reset(left, now)));
            }
            return new QuotaBudget.Reply(refused, headers, null);
        }

        private long reset(long left, Instant now) {
            return switch (spec.resetUnit()) {
                case MILLISECONDS -> left;
                case SECONDS -> left / 1000;
                case EPOCH_SECONDS -> now.plusMillis(left).getEpochSecond();
            };
        }

        @Override
        public double allowed(Duration time) {
            return (double) limit * time.toMillis() / length.toMillis();
        }
    }

    /** A bucket of points that refills steadily; each call costs some, and its answer tells the level as GraphQL costs do. */
    final class Points implements SimulatedLimit {
        private final double capacity;
        private final double rate;
        private final double cost;
        private double available;
        private Instant at = Instant.MIN;

        public Points(double capacity, double rate, double cost) {
            this.capacity = capacity;
            this.rate = rate;
            this.cost = cost;
            this.available = capacity;
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            if (!at.equals(Instant.MIN)) {
                double seconds = Duration.between(at, now).toMillis() / 1000.0;
                available = Math.min(capacity, available + seconds * rate);
            }
            at = now;
            boolean refused = available < cost;
            available -= refused ? 0 : cost;
            Map<String, Object> status =
                    Map.of("maximumAvailable", capacity, "currentlyAvailable", available, "restoreRate", rate);
            Map<String, Object> costs = Map.of("requestedQueryCost", cost, "throttleStatus", status);
            return new QuotaBudget.Reply(refused, Map.of(), Map.of("extensions", Map.of("cost", costs)));
        }

        @Override
        public double allowed(Duration time) {
            return time.toMillis() / 1000.0 * rate / cost;
        }
    }

    /** A bucket of calls that leaks steadily, told by the header that the manifest names. */
    final class LeakyBucket implements SimulatedLimit {
        private final QuotaSpec.LeakyBucketHeader spec;
        private final int capacity;
        private double used;
        private Instant at = Instant.MIN;

        public LeakyBucket(QuotaSpec.LeakyBucketHeader spec, int capacity) {
            this.spec = spec;
            this.capacity = capacity;
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            if (!at.equals(Instant.MIN)) {
                used = Math.max(0, used - Duration.between(at, now).toMillis() / 1000.0 * spec.leakPerSecond());
            }
            at = now;
            boolean refused = used + 1 > capacity;
            used += refused ? 0 : 1;
            return new QuotaBudget.Reply(
                    refused, Map.of(lower(spec.header()), (int) Math.ceil(used) + "/" + capacity), null);
        }

        @Override
        public double allowed(Duration time) {
            return time.toMillis() / 1000.0 * spec.leakPerSecond();
        }
    }

    /** So many calls in any stretch of time; tells nothing. */
    final class Sliding implements SimulatedLimit {
        private final int limit;
        private final Duration length;
        private final Deque<Instant> recent = new ArrayDeque<>();

        public Sliding(int limit, Duration length) {
            this.limit = limit;
            this.length = length;
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            while (!recent.isEmpty() && !recent.peek().isAfter(now.minus(length))) {
                recent.poll();
            }
            boolean refused = recent.size() >= limit;
            if (!refused) {
                recent.add(now);
            }
            return new QuotaBudget.Reply(refused, Map.of(), null);
        }

        @Override
        public double allowed(Duration time) {
            return (double) limit * time.toMillis() / length.toMillis();
        }
    }

    private static String lower(String header) {
        return header.toLowerCase(Locale.ROOT);
    }
}
