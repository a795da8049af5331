package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.JsonForm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class KafkaResultPublisherTest {
    private static final Instant NOW = Targets.NOW;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaResultPublisher publisher =
            new KafkaResultPublisher(producer, "commerce.result.inventory-push.v1");
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void aResultIsDoneWhenKafkaHasIt() {
        publisher.publish(result("p1"), acknowledged::incrementAndGet);
        assertThat(acknowledged).hasValue(0);

        producer.completeNext();

        assertThat(acknowledged).hasValue(1);
        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertThat(new String(sent.key(), StandardCharsets.UTF_8)).isEqualTo("default|TEE|1|shop-de");
        assertThat(JsonForm.read(sent.value(), InventoryPushResult.class)).isEqualTo(result("p1"));
        assertThat(sent.headers().lastHeader("ce_type").value())
                .isEqualTo("commerce.inventory_push_result.created.v1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatKafkaDoesNotTakeIsSentAgainBeforeLaterResults() {
        publisher.publish(result("p1"), acknowledged::incrementAndGet);
        producer.errorNext(new TimeoutException("no leader"));
        publisher.publish(result("p2"), acknowledged::incrementAndGet);
        assertThat(producer.history()).hasSize(1);

        Instant retryAt = publisher.retry(NOW);
        assertThat(retryAt).isAfter(NOW);
        publisher.retry(retryAt);
        producer.completeNext();
        producer.completeNext();

        assertThat(acknowledged).hasValue(2);
        assertThat(producer.history()).hasSize(3);
        assertThat(JsonForm.read(producer.history().get(1).value(), InventoryPushResult.class)
                        .getPushId())
                .isEqualTo("p1");
        assertThat(publisher.retry(retryAt)).isNull();
    }

    @Test
    void whatKafkaWillNeverTakeFailsTheTask() {
        publisher.publish(result("p1"), acknowledged::incrementAndGet);
        producer.errorNext(new TopicAuthorizationException("commerce.result.inventory-push.v1"));

        assertThatThrownBy(() -> publisher.retry(NOW))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("permissions");
        assertThat(acknowledged).hasValue(0);
    }

    private static InventoryPushResult result(String push) {
        return new PushResults("shopify", Clock.fixed(NOW, ZoneOffset.UTC))
                .of(Targets.set(push, "TEE", 1, 5), new Settlement.Written(new WriteOutcome.Applied(4L, 5L, NOW)));
    }
}
