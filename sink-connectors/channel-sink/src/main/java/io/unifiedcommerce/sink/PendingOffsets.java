package io.unifiedcommerce.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records were taken and are not done yet. Offsets are those of the topic itself, before any transform (KIP-793). Safe
 * for use by several threads.
 */
final class PendingOffsets {
    private final Map<TopicPartition, Assigned> partitions = new HashMap<>();
    private int pending;
    private long done;

    /** A partition for as long as it is assigned; records taken before it was lost belong to another one. */
    private static final class Assigned {
        private final TreeMap<Long, Integer> open = new TreeMap<>();
        private boolean lost;
    }

    /** A record that was taken. */
    final class Claim {
        private final TopicPartition partition;
        private final Assigned assigned;
        private final long offset;
        private boolean finished;

        private Claim(TopicPartition partition, Assigned assigned, long offset) {
            this.partition = partition;
            this.assigned = assigned;
            this.offset = offset;
        }

        TopicPartition partition() {
            return partition;
        }

        /** The record needs no more attention. Does nothing the second time, and after its partition was lost. */
        void done() {
            synchronized (PendingOffsets.this) {
                if (!finished && !assigned.lost) {
                    assigned.open.merge(offset, -1, (count, one) -> count + one == 0 ? null : count + one);
                    pending--;
                    done++;
                }
                finished = true;
            }
        }
    }

    /** Takes a record: from now on its offset is not committed until the claim is done. */
    synchronized Claim claim(TopicPartition partition, long offset) {
        Assigned assigned = partitions.computeIfAbsent(partition, p -> new Assigned());
        assigned.open.merge(offset, 1, Integer::sum);
        pending++;
        return new Claim(partition, assigned, offset);
    }

    /** What may be committed of what was consumed: never past a record that is not done. */
    synchronized Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
        consumed.forEach((partition, offset) -> {
            Assigned assigned = partitions.get(partition);
            boolean behind = assigned != null && !assigned.open.isEmpty() && assigned.open.firstKey() < offset.offset();
            committable.put(partition, behind ? new OffsetAndMetadata(assigned.open.firstKey()) : offset);
        });
        return committable;
    }

    /** Forgets partitions that are assigned to another task now. */
    synchronized void lose(Collection<TopicPartition> lost) {
        for (TopicPartition partition : lost) {
            Assigned assigned = partitions.remove(partition);
            if (assigned != null) {
                assigned.lost = true;
                pending -= assigned.open.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
            }
        }
    }

    /** Records taken and not done. */
    synchronized int pending() {
        return pending;
    }

    /** Records done since this was made. */
    synchronized long done() {
        return done;
    }
}
