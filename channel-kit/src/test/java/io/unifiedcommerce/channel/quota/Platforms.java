package io.unifiedcommerce.channel.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Rate limits as platforms keep them. */
final class Platforms {
    private Platforms() {}

    /** So many calls in each window of a clock that is not ours. */
    static final class Windows implements Backfill.Platform {
        private final int limit;
        private final long lengthMillis;
        private long window = Long.MIN_VALUE;
        private int used;

        Windows(int limit, Duration length) {
            this.limit = limit;
            this.lengthMillis = length.toMillis();
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            long shifted = now.toEpochMilli() + 7_777;
            if (shifted / lengthMillis != window) {
                window = shifted / lengthMillis;
                used = 0;
            }
            boolean refused = used >= limit;
            used += refused ? 0 : 1;
            return reply(refused, limit - used, limit, lengthMillis - shifted % lengthMillis);
        }

        static QuotaBudget.Reply reply(boolean refused, int left, int limit, long resetMillis) {
            return new QuotaBudget.Reply(
                    refused, Map.of("x-left", "" + left, "x-quota", "" + limit, "x-reset-ms", "" + resetMillis), null);
        }
    }

    /** Points that refill at a steady rate; a call asks for more than it turns out to cost. */
    static final class Points implements Backfill.Platform {
        private final double capacity;
        private final double rate;
        private final double requested;
        private final double actual;
        private double available;
        private Instant at = Backfill.START;

        Points(double capacity, double rate, double requested, double actual) {
            this.capacity = capacity;
            this.rate = rate;
            this.requested = requested;
            this.actual = actual;
            this.available = capacity;
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            available = Math.min(capacity, available + Duration.between(at, now).toMillis() / 1000.0 * rate);
            at = now;
            boolean refused = available < requested;
            available -= refused ? 0 : actual;
            return reply(refused, requested, available, capacity, rate);
        }

        static QuotaBudget.Reply reply(
                boolean refused, double requested, double available, double capacity, double rate) {
            return new QuotaBudget.Reply(
                    refused,
                    Map.of(),
                    Map.of(
                            "extensions",
                            Map.of(
                                    "cost",
                                    Map.of(
                                            "requestedQueryCost",
                                            requested,
                                            "throttleStatus",
                                            Map.of(
                                                    "maximumAvailable", capacity,
                                                    "currentlyAvailable", available,
                                                    "restoreRate", rate)))));
        }
    }

    /** A bucket of calls that leaks at a steady rate. */
    static final class Leaky implements Backfill.Platform {
        private final int capacity;
        private final double leak;
        private double used;
        private Instant at = Backfill.START;

        Leaky(int capacity, double leak) {
            this.capacity = capacity;
            this.leak = leak;
        }

        @Override
        public QuotaBudget.Reply arrive(Instant now) {
            used = Math.max(0, used - Duration.between(at, now).toMillis() / 1000.0 * leak);
            at = now;
            boolean refused = used + 1 > capacity;
            used += refused ? 0 : 1;
            return new QuotaBudget.Reply(refused, Map.of("x-bucket", (int) Math.ceil(used) + "/" + capacity), null);
        }
    }

    /** So many calls in any stretch of time; tells nothing. */
    static final class Sliding implements Backfill.Platform {
        private final int limit;
        private final Duration length;
        private final Deque<Instant> recent = new ArrayDeque<>();

        Sliding(int limit, Duration length) {
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
    }
}
