package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Stands for the sinks and their shops: answers each push at once, and knows how long after a sale the push that covers it came.
 * A thread of its own runs it until {@link #stop}.
 */
final class Shops implements Runnable {
    private static final TopicPartition TARGETS = new TopicPartition(LedgerEvents.topic(Entity.INVENTORY_TARGET), 0);

    private final String bootstrapServers;
    private final LedgerEvents events;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Long> soldAt = new ConcurrentHashMap<>();
    private final List<Double> waits = new ArrayList<>();
    private final AtomicLong pushes = new AtomicLong();
    private volatile boolean stopped;

    Shops(String bootstrapServers, LedgerEvents events, Producer<byte[], byte[]> producer) {
        this.bootstrapServers = bootstrapServers;
        this.events = events;
        this.producer = producer;
    }

    /** Remembers when an order's line was sold. */
    void sold(String line) {
        soldAt.put(line, System.nanoTime());
    }

    long pushes() {
        return pushes.get();
    }

    /** Lines that no push has covered yet. */
    int waiting() {
        return soldAt.size();
    }

    /** Milliseconds from sales to their pushes, since the last call. */
    Percentiles waits() {
        synchronized (waits) {
            Percentiles percentiles = new Percentiles(waits);
            waits.clear();
            return percentiles;
        }
    }

    @Override
    public void run() {
        Map<String, Object> config = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(TARGETS));
            consumer.seekToBeginning(List.of(TARGETS));
            while (!stopped) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    take(JsonForm.read(record.value(), InventoryTarget.class));
                }
            }
        }
    }

    void stop() {
        stopped = true;
    }

    private void take(InventoryTarget target) {
        pushes.incrementAndGet();
        for (String line : target.getCovers()) {
            Long since = soldAt.remove(line);
            if (since != null) {
                synchronized (waits) {
                    waits.add((System.nanoTime() - since) / 1e6);
                }
            }
        }
        producer.send(events.applied(target, Instant.now()));
    }
}
