package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.source.ShopifySourceConnector;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * How long a source task keeps Kafka Connect's thread: {@code poll()} through a backfill, and {@code stop()} while the
 * buffer is full and nobody polls, and while the platform does not answer.
 */
public final class TaskTimes {
    private static final int STOPS = 20;

    private TaskTimes() {}

    /** Argument: how many orders. */
    public static void main(String[] arguments) throws Exception {
        int orders = Integer.parseInt(arguments[0]);
        System.out.printf("poll(), %s; load average %.1f%n", polls(orders), Effort.load());
        System.out.printf("stop() with a full buffer, %s; load average %.1f%n", stops(false), Effort.load());
        System.out.printf("stop() while the platform is silent, %s; load average %.1f%n", stops(true), Effort.load());
    }

    private static Percentiles polls(int orders) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        try (EndlessShop shop = new EndlessShop(orders)) {
            SourceTask task = start(shop);
            for (int records = 0; records < orders * 3; ) {
                long start = System.nanoTime();
                List<SourceRecord> polled = task.poll();
                times.add((System.nanoTime() - start) / 1e6);
                records += polled == null ? 0 : polled.size();
            }
            task.stop();
        }
        return new Percentiles(times);
    }

    private static Percentiles stops(boolean silent) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            try (EndlessShop shop = new EndlessShop(50_000)) {
                if (silent) {
                    shop.fallSilent();
                }
                SourceTask task = start(shop);
                Stopwatch patience = new Stopwatch();
                while (patience.seconds() < 60 && (silent ? shop.asked() == 0 : shop.given() < 200)) {
                    LockSupport.parkNanos(1_000_000);
                }
                long start = System.nanoTime();
                task.stop();
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return new Percentiles(times);
    }

    private static SourceTask start(EndlessShop shop) {
        ShopifySourceConnector connector = new ShopifySourceConnector();
        connector.start(config(shop));
        try {
            SourceTask task =
                    (SourceTask) connector.taskClass().getDeclaredConstructor().newInstance();
            task.initialize(context());
            task.start(connector.taskConfigs(1).get(0));
            return task;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Connect makes tasks by their constructor without parameters", e);
        }
    }

    private static Map<String, String> config(EndlessShop shop) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("name", "bench");
        config.put("channel.instance", "bench");
        config.put("streams", "orders,fulfilments,payments");
        config.put("start.time", shop.start().toString());
        config.put("validate.live", "false");
        config.put("shopify.store.url", shop.url());
        config.put("shopify.access.token", "bench");
        return config;
    }

    /** No offset is stored, there are no transactions, and metrics go nowhere. */
    private static SourceTaskContext context() {
        OffsetStorageReader offsets = proxy(OffsetStorageReader.class, (self, method, given) -> null);
        PluginMetrics metrics = proxy(
                PluginMetrics.class,
                (self, method, given) ->
                        method.getName().equals("metricName") ? new MetricName("any", "any", "", Map.of()) : null);
        return proxy(SourceTaskContext.class, (self, method, given) -> switch (method.getName()) {
            case "offsetStorageReader" -> offsets;
            case "pluginMetrics" -> metrics;
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
