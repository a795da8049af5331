package io.unifiedcommerce.channel.auth;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens Kafka clients for the topic that keeps grants, and the topic itself. */
final class GrantTopicClients {
    private static final int ANSWER_WITHIN_MILLIS = 15_000;
    /** A grant that the platform has given must get into the topic: a broker's restart must not lose it. */
    private static final int STORED_WITHIN_MILLIS = 240_000;

    private final Map<String, Object> common = new HashMap<>();

    /**
     * @param properties further properties of Kafka clients in the form of a Java properties file, such as those of SASL; null
     *     for none
     * @throws IllegalArgumentException when they are not of that form
     */
    GrantTopicClients(String bootstrapServers, String properties) {
        Properties given = new Properties();
        try {
            given.load(new StringReader(properties == null ? "" : properties));
        } catch (IOException | IllegalArgumentException e) {
            // Not the cause: its message may hold a secret.
            throw new IllegalArgumentException(
                    "the properties of the Kafka clients that keep tokens are not of the form name=value, one a line");
        }
        given.stringPropertyNames().forEach(name -> common.put(name, given.getProperty(name)));
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        common.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        common.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
    }

    Consumer<String, byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(common);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Without a record there is nothing to go on from; an offset out of range cannot be.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Producer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(common);
        config.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, STORED_WITHIN_MILLIS);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Creates the topic where there is none, and refuses one that would forget.
     *
     * @throws GrantStoreException when it is not compacted
     */
    void prepare(String topic) throws ExecutionException, InterruptedException {
        Map<String, Object> config = new HashMap<>(common);
        try (Admin admin = Admin.create(config)) {
            NewTopic compacted = new NewTopic(topic, Optional.of(1), Optional.empty())
                    .configs(Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT,
                            // Claims are judged by one clock.
                            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                            "LogAppendTime",
                            TopicConfig.SEGMENT_MS_CONFIG,
                            "3600000"));
            try {
                admin.createTopics(List.of(compacted)).all().get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicExistsException) {
                    refuseForgetful(admin, topic);
                } else if (!(e.getCause() instanceof AuthorizationException)) {
                    throw e;
                }
                // Who may not create topics is given one.
            }
        }
    }

    private static void refuseForgetful(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            ConfigEntry cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
            if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanup.value())) {
                throw new GrantStoreException(
                        "the topic " + topic + " has cleanup.policy=" + cleanup.value()
                                + " and would lose tokens; set it to compact",
                        null);
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            // Who may not describe it has to trust whoever made it.
        }
    }
}
