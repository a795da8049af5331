package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * One source task on the whole Connect path: HTTP, parse, windows and cursors, the transform, the converter, the producer, a
 * real broker. Everything shares this machine, the simulated platform too. Each order brings three records: order, fulfilment
 * and payment.
 */
public final class SourcePath {
    private static final List<TopicPartition> EVENTS = List.of(
            new TopicPartition("commerce.orders.v1", 0),
            new TopicPartition("commerce.fulfilments.v1", 0),
            new TopicPartition("commerce.payments.v1", 0));

    /** Broker, worker and shop started anew, so that runs do not warm each other up. */
    private final Distribution distribution;

    private final int orders;

    private SourcePath(Distribution distribution, int orders) {
        this.distribution = distribution;
        this.orders = orders;
    }

    /** Arguments: the project's root, how many orders, and for each run the guarantee: {@code once} or {@code twice}. */
    public static void main(String[] arguments) throws Exception {
        SourcePath path = new SourcePath(Distribution.under(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        List<String> runs = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : List.of("once");
        for (String guarantee : runs) {
            path.run(guarantee.equals("once"));
        }
    }

    private void run(boolean exactlyOnce) throws Exception {
        Path directory = Files.createTempDirectory("source-path");
        try (EndlessShop shop = new EndlessShop(orders);
                Stack stack = Stack.start(distribution.runtimes(), directory)) {
            createTopics(stack);
            // Parts of the quickstart start fast and stay slow; a worker that stays compiles with both compilers.
            String jvm = System.getProperty("worker.jvm", "-XX:TieredStopAtLevel=4 -Xmx256m");
            ConnectWorker worker = stack.startWorker(
                    distribution.pluginArchives(),
                    Map.of("_JAVA_OPTIONS", jvm),
                    Map.of("exactly.once.source.support", exactlyOnce ? "enabled" : "disabled"));
            worker.rest().put("bench", config(shop, exactlyOnce));
            measure(stack.broker().admin(), worker.pid(), shop, exactlyOnce ? "exactly once" : "at least once");
        }
    }

    private static void createTopics(Stack stack) {
        Set<String> events = EVENTS.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        // A million orders are read, not kept.
        stack.broker().createTopics(events, 1, Map.of("retention.bytes", "1073741824", "segment.bytes", "268435456"));
        stack.broker().createTopics(Set.of("commerce.dlq.normalize", "commerce.heartbeat.shopify"), 1, Map.of());
    }

    private static Map<String, String> config(EndlessShop shop, boolean exactlyOnce) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("connector.class", "io.unifiedcommerce.source.ShopifySourceConnector");
        config.put("tasks.max", "1");
        config.put("channel.instance", "bench");
        config.put("streams", "orders,fulfilments,payments");
        config.put("start.time", shop.start().toString());
        config.put("validate.live", "false");
        config.put("shopify.store.url", shop.url());
        config.put("shopify.access.token", "bench");
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("value.converter", "io.unifiedcommerce.smt.CommerceJsonConverter");
        config.put("transforms", "normalize");
        config.put("transforms.normalize.type", "io.unifiedcommerce.smt.NormalizeCommerceEvent");
        config.put("transforms.normalize.deadletter.topic.name", "commerce.dlq.normalize");
        config.put("producer.override.batch.size", "262144");
        config.put("producer.override.linger.ms", "20");
        if (exactlyOnce) {
            config.put("transaction.boundary", "connector");
        }
        return config;
    }

    private void measure(Admin admin, long worker, EndlessShop shop, String guarantee) throws IOException {
        long all = (long) orders * EVENTS.size();
        long before = await(admin, Math.min(all / 3, 90_000));
        Effort start = Effort.of(worker);
        long after = await(admin, all);
        Effort used = Effort.of(worker).since(start);
        double records = after - before;
        System.out.printf(
                "%s: %.0f records (%.0f orders of %d bytes) after %d to warm up: %.1f s, %.0f records/s,"
                        + " %.0f orders/s; worker %.1f CPU s, %.0f records per CPU s, peak memory %d MiB;"
                        + " read %.2f times; load average %.1f%n",
                guarantee,
                records,
                records / EVENTS.size(),
                shop.orderSize(),
                before,
                used.wall(),
                records / used.wall(),
                records / EVENTS.size() / used.wall(),
                used.cpu(),
                records / used.cpu(),
                Effort.peakMemory(worker),
                (double) shop.given() / orders,
                Effort.load());
    }

    /** The number of events in the topics, as soon as there are so many. */
    private static long await(Admin admin, long wanted) throws IOException {
        Stopwatch patience = new Stopwatch();
        long end = 0;
        while (end < wanted) {
            if (patience.seconds() > Duration.ofMinutes(20).toSeconds()) {
                throw new IOException("only " + end + " of " + wanted + " events came");
            }
            end = written(admin);
        }
        return end;
    }

    private static long written(Admin admin) throws IOException {
        try {
            return admin
                    .listOffsets(EVENTS.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("the broker does not answer", e);
        }
    }
}
