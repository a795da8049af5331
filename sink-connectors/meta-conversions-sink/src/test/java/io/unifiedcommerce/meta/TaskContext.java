package io.unifiedcommerce.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Plays the worker's side of a task. */
final class TaskContext implements SinkTaskContext {
    private final List<SinkRecord> deadLetters = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final boolean deadLetterQueue;
    private long timeout;

    TaskContext(boolean deadLetterQueue) {
        this.deadLetterQueue = deadLetterQueue;
    }

    List<SinkRecord> deadLetters() {
        return deadLetters;
    }

    List<String> reasons() {
        return reasons;
    }

    long timeout() {
        return timeout;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException("the task seeks nothing");
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        throw new UnsupportedOperationException("the task seeks nothing");
    }

    @Override
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of();
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException("the task pauses by a RetriableException");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException("the task pauses by a RetriableException");
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException("offsets are committed as usual");
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return deadLetterQueue
                ? (record, error) -> {
                    deadLetters.add(record);
                    reasons.add(error.getMessage());
                    return CompletableFuture.completedFuture(null);
                }
                : null;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return null;
    }
}
