package io.unifiedcommerce.quickstart.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.model.Entity;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads every topic of the product and counts what is in it. It counts committed records, which offsets cannot: they
 * number the ends of transactions too. The counts may be read by any thread.
 */
public final class EventTally implements AutoCloseable {

    private static final Pattern TOPICS = Pattern.compile("commerce\\..*");
    private static final String DEAD_LETTERS = "commerce.dlq.";
    /** A header that source connectors give to everything they read. */
    private static final String CAPTURED = "commerce.capture";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final AtomicLong captured = new AtomicLong();
    private final AtomicReference<Instant> firstCapture = new AtomicReference<>();
    private final Consumer<String, byte[]> consumer;
    private final Clock clock;
    private final Thread thread;

    /** @param consumer reads committed records from the earliest on; this object closes it */
    public EventTally(Consumer<String, byte[]> consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.thread = new Thread(this::run, "event-tally");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(TOPICS);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(this::count);
            }
        } catch (WakeupException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(ConsumerRecord<String, byte[]> event) {
        ends.put(new TopicPartition(event.topic(), event.partition()), event.offset() + 1);
        if (event.headers().lastHeader(CAPTURED) != null) {
            captured.incrementAndGet();
            firstCapture.compareAndSet(null, clock.instant());
        }
        add(event.topic().startsWith(DEAD_LETTERS) ? DEAD_LETTERS : event.topic());
        Entity entity = Entity.ofTopic(event.topic()).orElse(null);
        if (entity == Entity.INVENTORY_PUSH_RESULT) {
            add(event.topic() + text(event, "status"));
        } else if (entity == Entity.INVENTORY_ALERT) {
            add(event.topic() + text(event, "kind"));
        }
    }

    private static String text(ConsumerRecord<String, byte[]> event, String field) {
        try {
            JsonNode value = JSON.readTree(event.value());
            return value.path(field).asText();
        } catch (IOException e) {
            // Counted without its kind: the topic's total still shows that something came.
            return "";
        }
    }

    private void add(String what) {
        counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    private long count(String what) {
        AtomicLong count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    /** Events so far that connectors read from channels. */
    public long captured() {
        return captured.get();
    }

    /** When the first of them was seen here. */
    public Optional<Instant> firstCapture() {
        return Optional.ofNullable(firstCapture.get());
    }

    /** Events of an entity so far. */
    public long of(Entity entity) {
        return count(entity.topic("commerce"));
    }

    /** Pushes that a channel answered like this, such as {@code APPLIED}. */
    public long pushes(String status) {
        return count(Entity.INVENTORY_PUSH_RESULT.topic("commerce") + status);
    }

    /** Records that no mapping or job could use. */
    public long deadLetters() {
        return count(DEAD_LETTERS);
    }

    /** The offset after the last record of each partition that has any. */
    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
