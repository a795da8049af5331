package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.model.CloudEventHeaders;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.JsonForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends results to Kafka as JSON, keyed like the commands that they answer. */
final class KafkaResultPublisher implements ResultPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaResultPublisher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();
    private volatile Exception failure;
    private Instant retryAt = Instant.MIN;
    private boolean interrupted;

    private record Unsent(ProducerRecord<byte[], byte[]> record, Runnable acknowledged) {}

    KafkaResultPublisher(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** The publisher that a configuration asks for; failures to connect show when the first result is sent. */
    static ResultPublisher of(ChannelConfig config) {
        List<String> servers = config.getList(SinkKeys.REPORTER_SERVERS);
        if (servers.isEmpty()) {
            LOG.warn(
                    "{}: results of pushes are not sent, since {} is not set",
                    config.instance(),
                    SinkKeys.REPORTER_SERVERS);
            return ResultPublisher.none();
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // The writing thread sends: it must not stand still for long while no broker answers.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.putAll(config.originalsWithPrefix(SinkKeys.REPORTER_PRODUCER));
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        return new KafkaResultPublisher(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                SinkKeys.resultTopic(config));
    }

    @Override
    public void publish(InventoryPushResult result, Runnable acknowledged) {
        String key = Entity.INVENTORY_PUSH_RESULT.key(result);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), JsonForm.write(result));
        CloudEventHeaders.of(result.getEnvelope())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        Unsent message = new Unsent(record, acknowledged);
        if (unsent.isEmpty()) {
            send(message);
        } else {
            // Behind those that wait: results of one key stay in order.
            unsent.add(message);
        }
    }

    @Override
    public Instant retry(Instant now) {
        if (failure != null) {
            throw new ConnectException(
                    "Results cannot be sent to topic " + topic + ": " + failure.getMessage() + "; check "
                            + SinkKeys.REPORTER_SERVERS + ", the topic and the producer's permissions",
                    failure);
        }
        if (unsent.isEmpty()) {
            if (interrupted) {
                LOG.info("Results are sent to topic {} again", topic);
            }
            interrupted = false;
            return null;
        }
        if (!interrupted) {
            interrupted = true;
            LOG.warn(
                    "Results cannot be sent to topic {} just now; they are tried again and no offset passes them",
                    topic);
            retryAt = now.plus(PAUSE);
        } else if (!now.isBefore(retryAt)) {
            retryAt = now.plus(PAUSE);
            for (int i = unsent.size(); i > 0; i--) {
                send(unsent.poll());
            }
        }
        return retryAt;
    }

    @Override
    public void close() {
        producer.close(PAUSE);
    }

    private void send(Unsent message) {
        try {
            producer.send(message.record(), (metadata, error) -> answered(message, error));
        } catch (RuntimeException e) {
            answered(message, e);
        }
    }

    private void answered(Unsent message, Exception error) {
        if (error == null) {
            message.acknowledged().run();
        } else if (error instanceof RetriableException) {
            unsent.add(message);
        } else {
            failure = error;
        }
    }
}
