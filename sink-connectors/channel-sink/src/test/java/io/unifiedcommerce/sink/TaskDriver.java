package io.unifiedcommerce.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;

/** Runs a task as a worker would: gives it records, asks for offsets, takes partitions away. */
final class TaskDriver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskContext context;
    private final Results results = new Results();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final ChannelSinkTask task;

    /** Keeps what is answered. */
    private static final class Results implements ResultPublisher {
        private final List<InventoryPushResult> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(InventoryPushResult result, Runnable acknowledged) {
            all.add(result);
            acknowledged.run();
        }

        @Override
        public Instant retry(Instant now) {
            return null;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private TaskDriver(
            Map<String, String> props, boolean deadLetterQueue, Function<ChannelConfig, ChannelClient> clients) {
        context = new TaskContext(deadLetterQueue);
        task = new ChannelSinkTask(clients, config -> results, config -> EarlierAnswers.none(), Clock.systemUTC());
        task.initialize(context);
        task.start(props);
    }

    static TaskDriver start(Map<String, String> props) {
        return start(props, true);
    }

    static TaskDriver start(Map<String, String> props, boolean deadLetterQueue) {
        return new TaskDriver(
                props,
                deadLetterQueue,
                config -> OkHttpChannelClient.open(
                        config.manifest(), config.folder(), config.options(), config.transport()));
    }

    static TaskDriver start(Map<String, String> props, Function<ChannelConfig, ChannelClient> clients) {
        return new TaskDriver(props, true, clients);
    }

    TaskContext context() {
        return context;
    }

    List<InventoryPushResult> results() {
        return results.all;
    }

    /** The only result of a push, once it is there. */
    InventoryPushResult resultOf(String push) {
        await(() -> results.all.stream().anyMatch(result -> result.getPushId().equals(push)));
        return results.all.stream()
                .filter(result -> result.getPushId().equals(push))
                .reduce((first, second) -> {
                    throw new AssertionError("push " + push + " was answered twice");
                })
                .orElseThrow();
    }

    void put(InventoryTarget... targets) {
        List<SinkRecord> records = new ArrayList<>();
        for (InventoryTarget target : targets) {
            records.add(record(Entity.INVENTORY_TARGET, Entity.INVENTORY_TARGET.key(target), target));
        }
        task.put(records);
    }

    void put(SinkRecord... records) {
        task.put(List.of(records));
    }

    /** A record as JsonConverter makes it without schemas; its offset is the next of its topic. */
    SinkRecord record(Entity entity, String key, SpecificRecord value) {
        return record(entity.topic("commerce"), key, value == null ? null : map(value));
    }

    SinkRecord record(String topic, String key, Object value) {
        TopicPartition partition = new TopicPartition(topic, 0);
        if (!next.containsKey(partition)) {
            context.assign(partition);
            task.open(List.of(partition));
        }
        long offset = next.merge(partition, 1L, Long::sum) - 1;
        return new SinkRecord(topic, 0, null, key, null, value, offset);
    }

    /** The offset that a worker may commit for a topic now. */
    long committable(String topic) {
        Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
        next.forEach((partition, offset) -> consumed.put(partition, new OffsetAndMetadata(offset)));
        return task.preCommit(consumed).get(new TopicPartition(topic, 0)).offset();
    }

    /** Calls put() without records, as a worker does, until the condition holds. */
    void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    task.put(List.of());
                    return condition.call();
                });
    }

    /** Waits until every record of a topic is done. */
    void awaitDone(Entity entity) {
        String topic = entity.topic("commerce");
        await(() -> committable(topic) == next.get(new TopicPartition(topic, 0)));
    }

    void revoke(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        task.close(List.of(partition));
        context.revoke(partition);
        next.remove(partition);
    }

    @Override
    public void close() {
        task.stop();
    }

    private static Map<?, ?> map(SpecificRecord value) {
        try {
            return JSON.readValue(JsonForm.write(value), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
