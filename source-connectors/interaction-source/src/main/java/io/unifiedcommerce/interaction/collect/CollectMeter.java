package io.unifiedcommerce.interaction.collect;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts requests and events by what became of them. Safe for use by several threads. */
public final class CollectMeter {
    private static final Logger LOG = LoggerFactory.getLogger(CollectMeter.class);

    /** What is counted. */
    public enum Count {
        EVENTS_ACCEPTED("Events that are in Kafka."),
        EVENTS_REFUSED("Events at fault, in the dead-letter topic."),
        EVENTS_DROPPED("Events that were not kept for want of consent."),
        REQUESTS_STORED("Requests answered 200: Kafka has what they brought."),
        REQUESTS_FORBIDDEN("Requests answered 403: from an origin that is not allowed."),
        REQUESTS_UNKNOWN("Requests answered 404: an unknown site or shape."),
        REQUESTS_TOO_LARGE("Requests answered 413: too large a body or too many events."),
        REQUESTS_MALFORMED("Requests answered 400 or 415: no JSON, or of an unknown type."),
        REQUESTS_LIMITED("Requests answered 429: more than a client may send."),
        REQUESTS_POSTPONED("Requests answered 503: to be sent again.");

        private final String description;

        Count(String description) {
            this.description = description;
        }

        private String metric() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-total";
        }
    }

    /** A request that waits; may be closed several times. */
    interface Open {
        void close();
    }

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final AtomicLong open = new AtomicLong();
    private final AtomicBoolean overloaded = new AtomicBoolean();

    /** Starts at zero. */
    public CollectMeter() {
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
    }

    void add(Count count, long times) {
        counts.get(count).add(times);
    }

    /** Tells once that requests are turned away, and once that they no longer are. */
    void postponed() {
        add(Count.REQUESTS_POSTPONED, 1);
        if (overloaded.compareAndSet(false, true)) {
            LOG.warn("Requests are answered 503: Kafka is slow, or more arrives than it takes. Senders try again");
        }
    }

    void stored(long accepted, long refused) {
        add(Count.REQUESTS_STORED, 1);
        add(Count.EVENTS_ACCEPTED, accepted);
        add(Count.EVENTS_REFUSED, refused);
        if (overloaded.compareAndSet(true, false)) {
            LOG.info("Requests are answered 200 again");
        }
    }

    /** Counts a request as waiting until it is closed. */
    Open open() {
        open.incrementAndGet();
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                open.decrementAndGet();
            }
        };
    }

    /** How often it happened. */
    public long of(Count count) {
        return counts.get(count).sum();
    }

    /** Requests that wait for their answer. */
    public long waiting() {
        return open.get();
    }

    /** Gives each gauge to whoever shows them: name and description, and the value. */
    public void gauges(BiConsumer<Map.Entry<String, String>, Supplier<Long>> shown) {
        counts.forEach((count, adder) -> shown.accept(Map.entry(count.metric(), count.description), adder::sum));
        shown.accept(Map.entry("requests-open", "Requests that wait for their answer."), open::get);
    }
}
