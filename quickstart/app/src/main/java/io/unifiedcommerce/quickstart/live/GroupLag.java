package io.unifiedcommerce.quickstart.live;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Records that consumer groups have not yet dealt with, by the offsets they have committed. */
public final class GroupLag implements Supplier<OptionalLong> {

    private final Admin admin;
    private final List<String> groups;
    private final EventTally events;

    public GroupLag(Admin admin, List<String> groups, EventTally events) {
        this.admin = admin;
        this.groups = groups;
        this.events = events;
    }

    /** Of all groups together; empty until one has committed, and while Kafka does not answer. */
    @Override
    public OptionalLong get() {
        OptionalLong sum = OptionalLong.empty();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
            if (!committed.isEmpty()) {
                sum = OptionalLong.of(sum.orElse(0) + lag(committed, events.ends()));
            }
        }
        return sum;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    static long lag(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return committed.entrySet().stream()
                .filter(partition -> partition.getValue() != null)
                .mapToLong(partition -> Math.max(
                        0,
                        ends.getOrDefault(partition.getKey(), 0L)
                                - partition.getValue().offset()))
                .sum();
    }
}
