package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.quickstart.stack.Broker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the product. One partition each: there is one worker, and one job without parallelism. */
final class Topics {

    private static final String PREFIX = "commerce";
    /** What the components name by themselves. The broker makes no topic unasked. */
    private static final Set<String> DEAD_LETTERS = Set.of("dlq.channel-source", "dlq.pos-source", "dlq.inventory");

    private Topics() {}

    static void create(Broker broker, List<LoopChannel> channels) {
        broker.createTopics(names(true), 1, Map.of("cleanup.policy", "compact"));
        broker.createTopics(names(false), 1, Map.of());
        broker.createTopics(side(channels), 1, Map.of());
    }

    /** Dead letters and heartbeats: what the components name by themselves or by the shipped configurations. */
    static Set<String> side(List<LoopChannel> channels) {
        Stream<String> own = Stream.concat(
                        DEAD_LETTERS.stream(), channels.stream().map(channel -> "heartbeat." + channel.name()))
                .map(name -> PREFIX + "." + name);
        Stream<String> configured =
                channels.stream().flatMap(LoopChannel::connectors).flatMap(ConnectorExample::ownTopics);
        return Stream.concat(own, configured).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(boolean compacted) {
        return Arrays.stream(Entity.values())
                .filter(entity -> entity.compacted() == compacted)
                .map(entity -> entity.topic(PREFIX))
                .collect(Collectors.toSet());
    }
}
