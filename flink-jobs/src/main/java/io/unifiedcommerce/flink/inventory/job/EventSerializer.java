package io.unifiedcommerce.flink.inventory.job;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Writes an event into the topic of its entity, with its envelope as CloudEvents headers. */
final class EventSerializer implements KafkaRecordSerializationSchema<OutgoingEvent> {

    private static final long serialVersionUID = 1L;

    private final String topicPrefix;

    EventSerializer(String topicPrefix) {
        this.topicPrefix = topicPrefix;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(OutgoingEvent event, KafkaSinkContext context, Long timestamp) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(event.entity().topic(topicPrefix), null, event.key(), event.value());
        Headers headers = message.headers();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
