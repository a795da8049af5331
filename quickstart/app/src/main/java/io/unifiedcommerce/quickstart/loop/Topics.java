package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.quickstart.stack.Broker;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the product. One partition each: there is one worker, and one job without parallelism. */
final class Topics {

    private static final String PREFIX = "commerce";
    /** What the components name by themselves or by the shipped configurations. The broker makes no topic unasked. */
    private static final Set<String> SIDE = Stream.of(
                    "dlq.normalize",
                    "dlq.channel-source",
                    "dlq.pos-source",
                    "dlq.shopify-sink",
                    "dlq.bigcommerce-sink",
                    "dlq.inventory",
                    "heartbeat.shopify",
                    "heartbeat.bigcommerce",
                    "heartbeat.unicenta-opos")
            .map(name -> PREFIX + "." + name)
            .collect(Collectors.toUnmodifiableSet());

    private Topics() {}

    static void create(Broker broker) {
        broker.createTopics(names(true), 1, Map.of("cleanup.policy", "compact"));
        broker.createTopics(names(false), 1, Map.of());
        broker.createTopics(SIDE, 1, Map.of());
    }

    /** Dead letters and heartbeats. */
    static Set<String> side() {
        return SIDE;
    }

    private static Set<String> names(boolean compacted) {
        return Arrays.stream(Entity.values())
                .filter(entity -> entity.compacted() == compacted)
                .map(entity -> entity.topic(PREFIX))
                .collect(Collectors.toSet());
    }
}
