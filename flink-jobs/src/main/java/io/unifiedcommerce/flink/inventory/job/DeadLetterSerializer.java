package io.unifiedcommerce.flink.inventory.job;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Writes a dead letter as it came, with what is wrong in headers. */
final class DeadLetterSerializer implements KafkaRecordSerializationSchema<DeadLetter> {

    private static final long serialVersionUID = 1L;

    private final String topic;

    DeadLetterSerializer(String topicPrefix) {
        this.topic = topicPrefix + ".dlq.inventory";
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
        IncomingEvent event = letter.event();
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, null, event.key(), event.value());
        add(message.headers(), "error.position", event.position());
        add(message.headers(), "error.entity", event.entity().entityName());
        add(message.headers(), "error.class", letter.error());
        add(message.headers(), "error.message", letter.message());
        return message;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
