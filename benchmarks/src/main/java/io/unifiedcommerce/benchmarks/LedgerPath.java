package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.FlinkJob;
import io.unifiedcommerce.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * From a real broker through the packaged ledger, in Flink's own small cluster, to the commands for the shops. Orders come from
 * one shop, so each line has to be told to the other one, which answers at once. A line is one fact about a SKU and an answer
 * is another. Broker, job and shops share this machine.
 */
public final class LedgerPath {
    static final String CONFIG = """
            hub: hub
            locations:
              - {id: warehouse, measured: ON_HAND}
            aliases:
              shop-de: {"1": warehouse}
              shop-us: {"1": warehouse}
            channels:
              - {instance: shop-de, sells: [warehouse], push: {location_id: "1", mode: DELTA}}
              - {instance: shop-us, sells: [warehouse], push: {location_id: "1", mode: DELTA}}
            """;

    /** Less than the 1.7 GiB that Flink gives a task manager by itself. */
    private static final String MEMORY = "1500m";

    private final Producer<byte[], byte[]> producer;
    private final Shops shops;
    private final LedgerEvents events;
    private final long job;
    private final Admin admin;
    private int ordersSoFar;

    private LedgerPath(Producer<byte[], byte[]> producer, Shops shops, LedgerEvents events, long job, Admin admin) {
        this.producer = producer;
        this.shops = shops;
        this.events = events;
        this.job = job;
        this.admin = admin;
    }

    /** Arguments: the project's root, how many SKUs, how many orders at once, and the orders a second of each later minute. */
    public static void main(String[] arguments) throws Exception {
        Distribution distribution = Distribution.under(Path.of(arguments[0]));
        int skus = Integer.parseInt(arguments[1]);
        int flood = Integer.parseInt(arguments[2]);
        Path directory = Files.createTempDirectory("ledger-path");
        try (Stack stack = Stack.start(distribution.runtimes(), directory)) {
            String servers = stack.broker().bootstrapServers();
            stack.broker().createTopics(topics(), 1, Map.of());
            FlinkJob flink = stack.startJob(submission(distribution, directory, servers));
            LedgerEvents events = new LedgerEvents(skus);
            try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers, "linger.ms", "2", "batch.size", "131072"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                Shops shops = new Shops(servers, events, producer);
                Thread thread = new Thread(shops, "shops");
                thread.start();
                LedgerPath path = new LedgerPath(
                        producer, shops, events, flink.pid(), stack.broker().admin());
                path.open(skus);
                path.flood(flood / 4);
                path.flood(flood);
                for (String rate : List.of(arguments).subList(3, arguments.length)) {
                    path.pace(Integer.parseInt(rate));
                }
                shops.stop();
                thread.join();
            }
        }
    }

    private static Set<String> topics() {
        Set<String> topics =
                Arrays.stream(Entity.values()).map(LedgerEvents::topic).collect(Collectors.toSet());
        topics.add("commerce.dlq.inventory");
        return topics;
    }

    private static FlinkJob.Submission submission(Distribution distribution, Path directory, String servers)
            throws IOException {
        Path config = Files.writeString(directory.resolve("ledger.yaml"), CONFIG);
        return new FlinkJob.Submission(
                distribution.flinkJobs(),
                "io.unifiedcommerce.flink.inventory.job.InventoryJob",
                List.of("--bootstrap-servers", servers, "--config", config.toString()),
                MEMORY);
    }

    /** Counts the stock. */
    private void open(int skus) throws IOException {
        Instant at = Instant.now();
        for (int sku = 0; sku < skus; sku++) {
            events.opening(sku, at).forEach(producer::send);
        }
        producer.flush();
        // Levels and orders travel by topics of their own, which may overtake each other.
        LockSupport.parkNanos(5_000_000_000L);
    }

    /** As fast as it goes: all orders are in Kafka before the ledger is through with them. */
    private void flood(int orders) throws IOException {
        long pushesBefore = shops.pushes();
        long messagesBefore = messages();
        Effort start = Effort.of(job);
        for (int i = 0; i < orders; i++) {
            sell();
        }
        producer.flush();
        awaitPushes();
        Effort used = Effort.of(job).since(start);
        long pushes = shops.pushes() - pushesBefore;
        long facts = (long) orders * LedgerEvents.LINES + pushes;
        System.out.printf(
                "flood of %d orders: %d facts, %d of them answers to pushes: %.1f s, %.0f facts/s,"
                        + " %.0f messages/s through Kafka;"
                        + " job %.1f CPU s, %.0f facts per CPU s, peak memory %d MiB; load average %.1f%n",
                orders,
                facts,
                pushes,
                used.wall(),
                facts / used.wall(),
                (messages() - messagesBefore) / used.wall(),
                used.cpu(),
                facts / used.cpu(),
                Effort.peakMemory(job),
                Effort.load());
        shops.waits();
    }

    /** All that was ever written into the topics of the model. */
    private long messages() throws IOException {
        try {
            Map<TopicPartition, OffsetSpec> ends = topics().stream()
                    .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("the broker does not answer", e);
        }
    }

    /** At a fixed rate for half a minute. */
    private void pace(int ordersPerSecond) throws IOException {
        long start = System.nanoTime();
        long pushesBefore = shops.pushes();
        int orders = ordersPerSecond * 30;
        for (int i = 0; i < orders; i++) {
            long due = start + i * 1_000_000_000L / ordersPerSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sell();
        }
        awaitPushes();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d orders/s for %.1f s (%.0f facts/s): sale to command, %s; load average %.1f%n",
                ordersPerSecond,
                seconds,
                (orders * (double) LedgerEvents.LINES + shops.pushes() - pushesBefore) / seconds,
                shops.waits(),
                Effort.load());
    }

    private void sell() {
        int number = ordersSoFar++;
        for (int line = 0; line < LedgerEvents.LINES; line++) {
            shops.sold(LedgerEvents.lineKey(number, line));
        }
        producer.send(events.order(number, Instant.now()));
    }

    private void awaitPushes() throws IOException {
        Stopwatch patience = new Stopwatch();
        while (shops.waiting() > 0) {
            if (patience.seconds() > 300) {
                throw new IOException(shops.waiting() + " lines were sold and never pushed");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
