package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Source partitions: what an offset belongs to. Their keys never change, because offsets are found by equality. */
final class SourcePartitions {
    /** Name in the place of a stream for what webhooks brought; no stream of a manifest may have it. */
    static final String WEBHOOKS = "webhooks";

    static final List<String> KEYS = List.of("channel", "instance", "stream", "slice");

    private final ChannelConfig config;

    SourcePartitions(ChannelConfig config) {
        this.config = config;
    }

    /** @param slice null where the stream has none */
    Map<String, String> of(String stream, String slice) {
        // Connect stores an offset under the bytes of its partition, in the order of the map; what REST reads, alters
        // and resets
        // has the order of a HashMap. Any other order here would make those calls pass without any effect.
        Map<String, String> partition = new HashMap<>();
        partition.put("channel", config.manifest().channel());
        partition.put("instance", config.instance());
        partition.put("stream", stream);
        if (slice != null) {
            partition.put("slice", slice);
        }
        return partition;
    }
}
