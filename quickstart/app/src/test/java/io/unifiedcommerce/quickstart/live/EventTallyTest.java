package io.unifiedcommerce.quickstart.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EventTallyTest {

    private static final String START = "2026-11-20T10:00:00Z";
    private static final String ORDERS = "commerce.orders.v1";
    private static final String RESULTS = "commerce.result.inventory-push.v1";
    private static final String DEAD = "commerce.dlq.normalize";

    @Test
    void countsRecordsByKindAndNotOffsets() {
        MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
        List<TopicPartition> partitions = List.of(partition(ORDERS), partition(RESULTS), partition(DEAD));
        kafka.schedulePollTask(() -> {
            kafka.rebalance(partitions);
            partitions.forEach(partition -> kafka.updateBeginningOffsets(Map.of(partition, 0L)));
            kafka.addRecord(event(ORDERS, 0, "{}"));
            kafka.addRecord(captured(event(ORDERS, 2, "{}")));
            kafka.addRecord(event(RESULTS, 0, "{\"status\":\"APPLIED\"}"));
            kafka.addRecord(event(RESULTS, 1, "{\"status\":\"CONFLICT\"}"));
            kafka.addRecord(event(DEAD, 0, "not JSON"));
        });
        try (EventTally tally = new EventTally(kafka, FakeClock.at(START))) {
            tally.start();
            await().untilAsserted(() -> assertThat(tally.deadLetters()).isEqualTo(1));
            assertThat(tally.of(Entity.ORDER)).isEqualTo(2);
            assertThat(tally.of(Entity.INVENTORY_PUSH_RESULT)).isEqualTo(2);
            assertThat(tally.pushes("APPLIED")).isEqualTo(1);
            assertThat(tally.captured()).isEqualTo(1);
            assertThat(tally.firstCapture()).contains(Instant.parse(START));
            assertThat(tally.ends()).containsEntry(partition(ORDERS), 3L);
        }
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void theEndOfATransactionIsNoLag() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Map.of(partition(ORDERS), new OffsetAndMetadata(7), partition(RESULTS), new OffsetAndMetadata(2));
        assertThat(GroupLag.lag(committed, Map.of(partition(ORDERS), 6L, partition(RESULTS), 5L)))
                .isEqualTo(3);
    }

    private static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }

    private static ConsumerRecord<String, byte[]> captured(ConsumerRecord<String, byte[]> event) {
        event.headers().add("commerce.capture", "POLL".getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private static ConsumerRecord<String, byte[]> event(String topic, long offset, String value) {
        return new ConsumerRecord<>(topic, 0, offset, "key", value.getBytes(StandardCharsets.UTF_8));
    }
}
