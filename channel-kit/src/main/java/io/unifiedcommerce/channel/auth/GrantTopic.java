package io.unifiedcommerce.channel.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps grants in a compacted topic: Kafka is what every worker reaches, and it survives them. A renewal is announced by a claim in
 * the same topic, and only whose claim comes first renews. Clients are opened for each use, because uses are hours apart.
 *
 * <p>What no storage can prevent: a worker that crashes after the platform gave a new token and before Kafka has it, some
 * milliseconds, loses it where the platform rotates tokens. Access must be granted anew then.
 */
final class GrantTopic implements GrantStore {
    private static final Logger LOG = LoggerFactory.getLogger(GrantTopic.class);

    /** Longer than a renewal with all its retries takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration READ_WITHIN = Duration.ofSeconds(15);

    private final GrantTopicClients clients;
    private final TopicPartition partition;
    private final String account;
    private final String claim;
    private final GrantCipher cipher;
    private boolean found;

    /** @param claimant tells this user of the topic from all others */
    GrantTopic(GrantTopicClients clients, String topic, String account, String claimant, GrantCipher cipher) {
        this.clients = clients;
        this.partition = new TopicPartition(topic, 0);
        this.account = account;
        this.claim = GrantView.claimKey(account, claimant);
        this.cipher = cipher;
    }

    @Override
    public Optional<Grant> newest() {
        return guarded(() -> {
            try (Consumer<String, byte[]> consumer = open()) {
                GrantView view = new GrantView(account, LEASE);
                readToEnd(consumer, view);
                return view.grant().map(cipher::open);
            }
        });
    }

    @Override
    public Grant replace(Function<Optional<Grant>, Grant> successor) {
        return guarded(() -> {
            try (Consumer<String, byte[]> consumer = open();
                    Producer<String, byte[]> producer = clients.producer()) {
                Instant claimedAt = Instant.ofEpochMilli(
                        send(producer, claim, new byte[] {1}).timestamp());
                try {
                    GrantView view = awaitTurn(consumer, claimedAt);
                    Optional<Grant> stored = view.grant().map(cipher::open);
                    Grant next = successor.apply(stored);
                    if (!stored.equals(Optional.of(next))) {
                        send(producer, account, cipher.seal(next));
                    }
                    return next;
                } finally {
                    giveUp(producer);
                }
            }
        });
    }

    private GrantView awaitTurn(Consumer<String, byte[]> consumer, Instant claimedAt) {
        GrantView view = new GrantView(account, LEASE);
        long began = System.nanoTime();
        readToEnd(consumer, view);
        for (; ; ) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            // The broker's time, as far as this worker can tell it: workers' clocks may differ by minutes.
            if (view.first(claim, claimedAt.plus(waited))) {
                return view;
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw new GrantStoreException("another task has been renewing the token for " + PATIENCE, null);
            }
            take(consumer, view, LOOK);
        }
    }

    private void giveUp(Producer<String, byte[]> producer) {
        try {
            send(producer, claim, null);
        } catch (KafkaException | ExecutionException | InterruptedException e) {
            LOG.warn("Others wait up to {} before they renew the token: this claim could not be withdrawn", LEASE, e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Consumer<String, byte[]> open() throws ExecutionException, InterruptedException {
        if (!found) {
            clients.prepare(partition.topic());
            found = true;
        }
        Consumer<String, byte[]> consumer = clients.consumer();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer;
    }

    private void readToEnd(Consumer<String, byte[]> consumer, GrantView view) {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        long deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (consumer.position(partition) < end) {
            if (System.nanoTime() > deadline) {
                throw new GrantStoreException(
                        "topic " + partition.topic() + " is not read within " + READ_WITHIN, null);
            }
            take(consumer, view, LOOK);
        }
    }

    private static void take(Consumer<String, byte[]> consumer, GrantView view, Duration within) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(within)) {
            view.take(record.key(), record.value(), Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private RecordMetadata send(Producer<String, byte[]> producer, String key, byte[] value)
            throws ExecutionException, InterruptedException {
        return producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), key, value))
                .get();
    }

    private interface Use<T> {
        T run() throws ExecutionException, InterruptedException;
    }

    private <T> T guarded(Use<T> use) {
        try {
            return use.run();
        } catch (ExecutionException e) {
            throw unusable(e.getCause());
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
            Thread.currentThread().interrupt();
            throw new GrantStoreException("interrupted while the token was to be renewed", e);
        } catch (KafkaException e) {
            throw unusable(e);
        }
    }

    private GrantStoreException unusable(Throwable cause) {
        return new GrantStoreException(
                "the topic " + partition.topic() + ", which keeps the tokens, cannot be used: " + cause.getMessage(),
                cause);
    }
}
