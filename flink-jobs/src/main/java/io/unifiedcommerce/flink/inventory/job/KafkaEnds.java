package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.event.EventReader;
import io.unifiedcommerce.model.Entity;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Sources and sinks in Kafka. */
final class KafkaEnds {

    /** Below the broker's usual limit of 15 minutes: with the connector's own hour every transaction would be refused. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(10);

    private final JobArguments arguments;

    KafkaEnds(JobArguments arguments) {
        this.arguments = arguments;
    }

    /** One source for each topic; a new consumer group starts at the beginning, as orders and levels of old count, too. */
    Map<Entity, KafkaSource<IncomingEvent>> sources() {
        Map<Entity, KafkaSource<IncomingEvent>> sources = new TreeMap<>();
        for (Entity entity : EventReader.ENTITIES) {
            sources.put(
                    entity,
                    KafkaSource.<IncomingEvent>builder()
                            .setBootstrapServers(arguments.bootstrapServers())
                            .setTopics(entity.topic(arguments.topicPrefix()))
                            .setGroupId(arguments.groupId())
                            .setClientIdPrefix(arguments.groupId() + "-" + entity.entityName())
                            .setStartingOffsets(startingOffsets())
                            .setDeserializer(new EventDeserializer(entity))
                            .setProperties(arguments.kafkaProperties())
                            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                            .build());
        }
        return sources;
    }

    /** The connector takes an enum that the Kafka clients have deprecated; there is no other way to say it. */
    @SuppressWarnings("deprecation")
    private static OffsetsInitializer startingOffsets() {
        return OffsetsInitializer.committedOffsets(org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST);
    }

    KafkaSink<OutgoingEvent> events(String name) {
        return this.<OutgoingEvent>sink(name)
                .setRecordSerializer(new EventSerializer(arguments.topicPrefix()))
                .build();
    }

    KafkaSink<DeadLetter> deadLetters() {
        return this.<DeadLetter>sink("dead-letters")
                .setRecordSerializer(new DeadLetterSerializer(arguments.topicPrefix()))
                .build();
    }

    private <T> KafkaSinkBuilder<T> sink(String name) {
        // POOLING reuses transaction ids: otherwise each checkpoint leaves one in the broker's memory for a week.
        return KafkaSink.<T>builder()
                .setBootstrapServers(arguments.bootstrapServers())
                .setKafkaProducerConfig(arguments.kafkaProperties())
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "2")
                // With Kafka's own 16 KiB, which hold a dozen events, a flood keeps a core busy with requests.
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072")
                .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT.toMillis()))
                .setDeliveryGuarantee(
                        arguments.isExactlyOnce() ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setTransactionalIdPrefix(arguments.groupId() + "-" + name);
    }
}
