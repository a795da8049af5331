package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.StreamPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/** Refuses offsets from which reading could not go on: Connect stores whatever it is given, and a wrong one reads as none. */
final class OffsetCheck {
    private final SourceConfig config;

    OffsetCheck(SourceConfig config) {
        this.config = config;
    }

    /** @throws ConnectException naming what is wrong */
    void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            // A reset is welcome for anything, also for partitions that an older configuration left behind.
            if (offset != null) {
                check(partition, offset);
            }
        });
    }

    private void check(Map<String, ?> partition, Map<String, ?> offset) {
        if (!SourcePartitions.KEYS.containsAll(partition.keySet())
                || !partition.values().stream().allMatch(String.class::isInstance)) {
            throw new ConnectException(
                    "The partition " + partition + " is none of this connector's; it needs the texts "
                            + String.join(", ", SourcePartitions.KEYS) + ", the last only where a stream has slices.");
        }
        SourcePartitions partitions = new SourcePartitions(config.channel());
        String stream = String.valueOf(partition.get("stream"));
        String slice = (String) partition.get("slice");
        if (!partition.equals(partitions.of(stream, slice))) {
            throw new ConnectException("The partition " + partition + " belongs to another channel or instance than "
                    + partitions.of(stream, slice) + ".");
        }
        List<String> order = List.copyOf(partition.keySet());
        if (slice != null && order.indexOf("slice") < order.indexOf("stream")) {
            // The two share a bucket of Connect's HashMap, so their order decides under which bytes the offset is
            // stored.
            throw new ConnectException("In the partition " + partition
                    + " write stream before slice; Connect would store " + "the offset where no task finds it.");
        }
        try {
            accept(stream, slice, Position.fromOffset(offset));
        } catch (IllegalArgumentException e) {
            throw new ConnectException("The offset of " + partition + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void accept(String stream, String slice, Position position) {
        if (stream.equals(SourcePartitions.WEBHOOKS)) {
            return;
        }
        Set<String> known = config.manifest().streams().keySet();
        if (!known.contains(stream)) {
            throw new IllegalArgumentException("unknown stream; " + NearestName.hint(stream, known));
        }
        if (config.manifest().streams().get(stream).told()) {
            throw new IllegalArgumentException(
                    "the stream is told by webhooks only, so nothing is read from an offset");
        }
        List<StreamPlan> plans = StreamPlan.of(config.manifest(), Set.of(stream));
        if (!plans.get(0).stream().equals(stream)) {
            throw new IllegalArgumentException(
                    "it is read inside stream '" + plans.get(0).stream() + "', which holds the offset");
        }
        if ((plans.get(0).slices() == null) != (slice == null)) {
            throw new IllegalArgumentException(
                    slice == null ? "the stream is read in slices, so name one" : "the stream has no slices");
        }
        plans.get(0).accept(position);
    }
}
