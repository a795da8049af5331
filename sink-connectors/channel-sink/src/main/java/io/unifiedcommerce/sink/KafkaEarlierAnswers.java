package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.ModelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of results from a moment to its present end. */
final class KafkaEarlierAnswers implements EarlierAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaEarlierAnswers.class);
    private static final Set<String> EFFECTIVE = Set.of("APPLIED", "UNKNOWN");
    private static final Duration POLL = Duration.ofMillis(500);
    /** Below the consumer's own max.poll.interval.ms of 5 minutes, during which Connect's thread may be away. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final String instance;
    private final Clock clock;

    /** @param instance the store whose answers count */
    KafkaEarlierAnswers(Supplier<Consumer<byte[], byte[]>> consumers, String topic, String instance, Clock clock) {
        this.consumers = consumers;
        this.topic = topic;
        this.instance = instance;
        this.clock = clock;
    }

    /** The answers in the topic to which the same configuration sends results. */
    static EarlierAnswers of(ChannelConfig config) {
        List<String> servers = config.getList(SinkKeys.REPORTER_SERVERS);
        if (servers.isEmpty()) {
            return EarlierAnswers.none();
        }
        Map<String, Object> settings = new HashMap<>(config.originalsWithPrefix(SinkKeys.REPORTER_CONSUMER));
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaEarlierAnswers(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                SinkKeys.resultTopic(config),
                config.instance(),
                Clock.systemUTC());
    }

    @Override
    public Map<String, InventoryPushResult> since(Instant moment) {
        Map<String, InventoryPushResult> answers = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            Map<TopicPartition, Long> ends = begin(consumer, moment);
            Instant deadline = clock.instant().plus(LIMIT);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (clock.instant().isAfter(deadline)) {
                    throw new ConnectException("Topic " + topic + " could not be read to its end within "
                            + LIMIT.toSeconds() + " s; the task begins anew when it is restarted");
                }
                consumer.poll(POLL).forEach(record -> keep(record, answers));
            }
        } catch (KafkaException e) {
            throw new ConnectException(
                    "Results of earlier tasks cannot be read from topic " + topic + ": " + e.getMessage() + "; check "
                            + SinkKeys.REPORTER_SERVERS + ", the topic and the consumer's permissions ("
                            + SinkKeys.REPORTER_CONSUMER + ")",
                    e);
        }
        return answers;
    }

    /** Places the consumer; gives back where each partition ends. */
    private Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer, Instant moment) {
        Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> moment.toEpochMilli())));
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? end : start.offset());
        });
        return ends;
    }

    private void keep(ConsumerRecord<byte[], byte[]> message, Map<String, InventoryPushResult> answers) {
        try {
            InventoryPushResult answer = JsonForm.read(message.value(), InventoryPushResult.class);
            if (answer.getChannelInstance().equals(instance) && EFFECTIVE.contains(answer.getStatus())) {
                answers.put(answer.getPushId(), answer);
            }
        } catch (ModelException e) {
            LOG.warn(
                    "{}-{}@{} is not an answer to a push and is passed over: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getMessage());
        }
    }
}
