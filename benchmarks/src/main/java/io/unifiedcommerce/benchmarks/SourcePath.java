package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.quickstart.stack.Broker;
import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * One source task on the whole Connect path: HTTP, parse, windows and cursors, the transform, the converter, the producer, a
 * real broker. Everything shares this machine, the simulated platform too.
 */
public final class SourcePath {
    private static final TopicPartition ORDERS = new TopicPartition("commerce.orders.v1", 0);

    private SourcePath() {}

    /** Arguments: the project's root, and how many orders. */
    public static void main(String[] arguments) throws Exception {
        int orders = Integer.parseInt(arguments[1]);
        Distribution distribution = Distribution.under(Path.of(arguments[0]));
        Path directory = Files.createTempDirectory("source-path");
        try (EndlessShop shop = new EndlessShop(orders);
                Stack stack = Stack.start(distribution.runtimes(), directory)) {
            stack.broker().createTopics(Set.of(ORDERS.topic(), "commerce.dlq.normalize"), 1, Map.of());
            ConnectWorker worker = stack.startWorker(distribution.pluginArchives(), Map.of());
            worker.rest().put("bench", config(shop));
            measure(stack.broker(), shop, orders);
        }
    }

    private static Map<String, String> config(EndlessShop shop) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("connector.class", "io.unifiedcommerce.source.ShopifySourceConnector");
        config.put("tasks.max", "1");
        config.put("channel.instance", "bench");
        config.put("streams", "orders");
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
        return config;
    }

    private static void measure(Broker broker, EndlessShop shop, int orders) throws IOException {
        Stopwatch warm = new Stopwatch();
        long before = await(broker, Math.min(orders / 4, 20_000));
        warm.restart();
        long after = await(broker, orders);
        double seconds = warm.seconds();
        System.out.printf(
                "%d orders of %d bytes, after %d to warm up: %.1f s, %.0f orders/s, %.1f MB/s of JSON read%n",
                after - before,
                shop.orderSize(),
                before,
                seconds,
                (after - before) / seconds,
                (after - before) / seconds * shop.orderSize() / 1e6);
    }

    /** The number of events in the topic, as soon as there are so many. */
    private static long await(Broker broker, long wanted) throws IOException {
        Stopwatch patience = new Stopwatch();
        long end = 0;
        while (end < wanted) {
            if (patience.seconds() > Duration.ofMinutes(10).toSeconds()) {
                throw new IOException("only " + end + " of " + wanted + " events came");
            }
            end = end(broker);
        }
        return end;
    }

    private static long end(Broker broker) throws IOException {
        try {
            return broker.admin()
                    .listOffsets(Map.of(ORDERS, OffsetSpec.latest()))
                    .partitionResult(ORDERS)
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("the broker does not answer", e);
        }
    }
}
