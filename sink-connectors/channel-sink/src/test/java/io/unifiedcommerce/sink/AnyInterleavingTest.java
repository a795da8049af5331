package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Whatever comes between records, failures, commits and rebalances, nothing is passed over and the order is kept. */
class AnyInterleavingTest {

    private enum Step {
        DELIVER,
        DELIVER_MORE,
        WRITE,
        WRITE_AND_FAIL_UNKNOWN,
        WRITE_AND_FAIL_NOT_DONE,
        COMMIT,
        REBALANCE
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(80);
    }

    @Property(tries = 500)
    void committedOffsetsNeverPassAnUnsettledRecordAndKeysKeepTheirOrder(
            @ForAll("steps") List<Step> steps, @ForAll long seed) {
        World world = new World(seed);
        for (Step step : steps) {
            world.play(step);
        }
        world.finish();
    }

    /** A log of two partitions, a task that reads it, and a platform that fails at times. */
    private static final class World {
        private static final int SKUS = 5;

        private final Random random;
        private final List<List<InventoryTarget>> log = List.of(new ArrayList<>(), new ArrayList<>());
        private final long[] position = new long[2];
        private final long[] committed = new long[2];
        private final Set<String> settledOnce = new HashSet<>();
        private final Map<String, Long> versions = new HashMap<>();
        private final PendingOffsets offsets = new PendingOffsets();
        private final Map<String, Long> lastWritten = new HashMap<>();
        private final Set<String> applied = new HashSet<>();
        private final StockQueue queue;
        private final WriteLane<StockCommand> lane;
        private Set<StockPush> unsettled = new HashSet<>();
        private Step failing;
        private Instant now = Targets.NOW;

        World(long seed) {
            random = new Random(seed);
            BlastGuard guard = new BlastGuard(new BlastGuard.Limits(1, Duration.ofHours(1), 1), Targets.INSTANCE, null);
            queue = new StockQueue(guard, Duration.ZERO, this::settled);
            lane = new WriteLane<>(
                    queue,
                    this::write,
                    3,
                    new Outage("Writing", Duration.ofMillis(1), Duration.ofMillis(2), new Random(seed)));
        }

        void play(Step step) {
            switch (step) {
                case DELIVER -> deliver(1);
                case DELIVER_MORE -> deliver(6);
                case WRITE, WRITE_AND_FAIL_UNKNOWN, WRITE_AND_FAIL_NOT_DONE -> {
                    failing = step;
                    now = now.plusSeconds(1);
                    lane.step(() -> now);
                }
                case COMMIT -> commit();
                case REBALANCE -> rebalance();
            }
        }

        /** The platform recovers, and what is left is written. */
        void finish() {
            for (int partition = 0; partition < 2; partition++) {
                while (position[partition] < log.get(partition).size()) {
                    consume(partition);
                }
            }
            failing = Step.WRITE;
            while (lane.due() != null) {
                now = now.plusSeconds(1);
                lane.step(() -> now);
            }
            commit();
            for (int partition = 0; partition < 2; partition++) {
                assertThat(committed[partition]).isEqualTo(log.get(partition).size());
            }
            assertThat(unsettled).isEmpty();
            assertThat(offsets.pending()).isZero();
        }

        private void deliver(int records) {
            for (int i = 0; i < records; i++) {
                int sku = random.nextInt(SKUS);
                int partition = sku % 2;
                if (position[partition] == log.get(partition).size()) {
                    log.get(partition).add(next("sku-" + sku));
                }
                consume(partition);
            }
        }

        /** A new push, or at times the last one once more, or one before it. */
        private InventoryTarget next(String sku) {
            long newest = versions.getOrDefault(sku, 0L);
            long version = Math.max(1, newest + 1 - Math.max(0, random.nextInt(8) - 4));
            versions.put(sku, Math.max(newest, version));
            String push = sku + "/" + version;
            // The same push always has the same content.
            return switch ((int) (version % 3)) {
                case 0 -> Targets.set(push, sku, version, version);
                case 1 -> Targets.delta(push, sku, version, version);
                default -> Targets.cas(push, sku, version, version - 1, version);
            };
        }

        private void consume(int partition) {
            long offset = position[partition]++;
            InventoryTarget target = log.get(partition).get((int) offset);
            TopicPartition topicPartition = new TopicPartition("targets", partition);
            SinkRecord record = new SinkRecord("targets", partition, null, null, null, target, offset);
            StockPush push = Targets.push(target, new Taken(record, offsets.claim(topicPartition, offset)), now);
            unsettled.add(push);
            queue.offer(push, now);
            // A repeated push that shares an earlier one's outcome is settled with it.
            unsettled.removeIf(other -> other == push && isShared(push));
        }

        private boolean isShared(StockPush push) {
            return unsettled.stream().anyMatch(other -> other != push && other.isSamePush(push));
        }

        private void settled(StockPush push, Settlement settlement) {
            assertThat(unsettled.remove(push))
                    .as("a first settlement of %s", push.command())
                    .isTrue();
            push.taken().forEach(taken -> {
                settledOnce.add(
                        place(taken.record().kafkaPartition(), taken.record().kafkaOffset()));
                taken.claim().done();
            });
        }

        private void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
            assertThat(commands).extracting(StockCommand::sku).doesNotHaveDuplicates();
            for (StockCommand command : commands) {
                long version = Long.parseLong(command.pushId().replaceFirst(".*/", ""));
                assertThat(version).isGreaterThanOrEqualTo(lastWritten.getOrDefault(command.sku(), 0L));
                assertThat(applied).doesNotContain(command.pushId());
                lastWritten.put(command.sku(), version);
                boolean decided = failing == Step.WRITE || random.nextBoolean();
                if (decided) {
                    WriteOutcome outcome = outcome();
                    if (outcome instanceof WriteOutcome.Applied) {
                        applied.add(command.pushId());
                    }
                    outcomes.accept(command, outcome);
                }
            }
            if (failing != Step.WRITE) {
                boolean unknown = failing == Step.WRITE_AND_FAIL_UNKNOWN;
                throw new ChannelException.Transient("the platform fails", null, unknown, null);
            }
        }

        private WriteOutcome outcome() {
            return switch (random.nextInt(5)) {
                case 0 -> new WriteOutcome.Conflict(3L, "other number");
                case 1 -> new WriteOutcome.Rejected("refused");
                default -> new WriteOutcome.Applied(1L, 2L, now);
            };
        }

        private void commit() {
            Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
            for (int partition = 0; partition < 2; partition++) {
                consumed.put(new TopicPartition("targets", partition), new OffsetAndMetadata(position[partition]));
            }
            offsets.committable(consumed).forEach((partition, offset) -> {
                assertThat(offset.offset()).isGreaterThanOrEqualTo(committed[partition.partition()]);
                committed[partition.partition()] = offset.offset();
                for (long before = 0; before < offset.offset(); before++) {
                    assertThat(settledOnce).contains(place(partition.partition(), before));
                }
            });
        }

        /** One partition is lost and comes back: its records are delivered again from the last commit. */
        private void rebalance() {
            commit();
            int partition = random.nextInt(2);
            TopicPartition lost = new TopicPartition("targets", partition);
            offsets.lose(Set.of(lost));
            lane.lose(Set.of(lost));
            unsettled.removeIf(push -> push.taken().get(0).claim().partition().equals(lost));
            for (int sku = partition; sku < SKUS; sku += 2) {
                String name = "sku-" + sku;
                lastWritten.remove(name);
                applied.removeIf(push -> push.startsWith(name + "/"));
            }
            position[partition] = committed[partition];
        }

        private static String place(int partition, long offset) {
            return partition + "@" + offset;
        }
    }
}
