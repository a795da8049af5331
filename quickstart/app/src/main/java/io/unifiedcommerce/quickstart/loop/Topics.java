package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.quickstart.stack.Broker;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The topics of the product. One partition each: there is one worker, and one job without parallelism. */
final class Topics {

    private static final String PREFIX = "commerce";
    private static final Set<String> DEAD_LETTERS =
            Set.of(PREFIX + ".dlq.normalize", PREFIX + ".dlq.source", PREFIX + ".dlq.sink", PREFIX + ".dlq.inventory");

    private Topics() {}

    static void create(Broker broker) {
        broker.createTopics(names(true), 1, Map.of("cleanup.policy", "compact"));
        broker.createTopics(names(false), 1, Map.of());
        broker.createTopics(DEAD_LETTERS, 1, Map.of());
    }

    private static Set<String> names(boolean compacted) {
        return Arrays.stream(Entity.values())
                .filter(entity -> entity.compacted() == compacted)
                .map(entity -> entity.topic(PREFIX))
                .collect(Collectors.toSet());
    }
}
