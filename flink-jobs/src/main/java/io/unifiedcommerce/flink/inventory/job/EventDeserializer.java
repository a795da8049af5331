package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.model.Entity;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are: reading them here would stop the job at the first bad one. */
final class EventDeserializer implements KafkaRecordDeserializationSchema<IncomingEvent> {

    private static final long serialVersionUID = 1L;

    private final Entity entity;

    EventDeserializer(Entity entity) {
        this.entity = entity;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<IncomingEvent> out) {
        String position = message.topic() + "/" + message.partition() + "/" + message.offset();
        out.collect(new IncomingEvent(entity, position, message.key(), message.value()));
    }

    @Override
    public TypeInformation<IncomingEvent> getProducedType() {
        return Form.INCOMING.typeInformation();
    }
}
