package io.unifiedcommerce.quickstart.live;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Records that a consumer group has not yet dealt with, by the offsets it has committed. */
public final class GroupLag implements Supplier<OptionalLong> {

    private final Admin admin;
    private final String group;
    private final EventTally events;

    public GroupLag(Admin admin, String group, EventTally events) {
        this.admin = admin;
        this.group = group;
        this.events = events;
    }

    /** Empty until the group has committed for the first time, and while Kafka does not answer. */
    @Override
    public OptionalLong get() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(2, TimeUnit.SECONDS);
            return committed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(lag(committed, events.ends()));
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
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
