package io.unifiedcommerce.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
    private final Set<TopicPartition> assignment = new HashSet<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private final List<SinkRecord> deadLetters = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final boolean deadLetterQueue;
    private int commitRequests;

    TaskContext(boolean deadLetterQueue) {
        this.deadLetterQueue = deadLetterQueue;
    }

    Set<TopicPartition> paused() {
        return paused;
    }

    List<SinkRecord> deadLetters() {
        return deadLetters;
    }

    /** Why records are dead letters. */
    List<String> reasons() {
        return reasons;
    }

    int commitRequests() {
        return commitRequests;
    }

    void assign(TopicPartition partition) {
        assignment.add(partition);
    }

    void revoke(TopicPartition partition) {
        assignment.remove(partition);
        paused.remove(partition);
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void timeout(long timeoutMs) {
        // the test calls put() when it likes
    }

    @Override
    public Set<TopicPartition> assignment() {
        return assignment;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        paused.addAll(Arrays.asList(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        Arrays.asList(partitions).forEach(paused::remove);
    }

    @Override
    public void requestCommit() {
        commitRequests++;
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        if (!deadLetterQueue) {
            return null;
        }
        return (record, error) -> {
            deadLetters.add(record);
            reasons.add(error.getMessage());
            return CompletableFuture.completedFuture(null);
        };
    }

    @Override
    public PluginMetrics pluginMetrics() {
        // As on a worker before 4.1.
        throw new NoSuchMethodError("pluginMetrics");
    }
}
