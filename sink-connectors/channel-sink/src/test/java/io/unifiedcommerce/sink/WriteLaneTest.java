package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WriteLaneTest {
    private static final TopicPartition FIRST = new TopicPartition("targets", 0);
    private static final TopicPartition SECOND = new TopicPartition("targets", 1);

    private final PendingOffsets offsets = new PendingOffsets();
    private final Map<String, Settlement> settled = new LinkedHashMap<>();
    private final List<List<StockCommand>> batches = new ArrayList<>();
    private final StockQueue queue = new StockQueue(
            new BlastGuard(new BlastGuard.Limits(1, Duration.ofHours(1), 1), Targets.INSTANCE, null),
            Duration.ZERO,
            (push, settlement) -> settled.put(push.command().pushId(), settlement));
    private Writer<StockCommand> platform = WriteLaneTest::apply;
    private final WriteLane<StockCommand> lane = new WriteLane<>(
            queue,
            (commands, outcomes) -> {
                batches.add(commands);
                platform.write(commands, outcomes);
            },
            10,
            new Outage("Writing", Duration.ofSeconds(1), Duration.ofSeconds(10), new Random(1)));
    private Instant now = Targets.NOW;

    @Test
    void commandsThatMayHaveBeenWrittenAreSentAgainAsTheyWere() {
        offer(FIRST, Targets.delta("p1", "TEE", 1, 1), Targets.delta("p2", "CAP", 1, 1));
        fail(true);
        offer(FIRST, Targets.delta("p3", "MUG", 1, 1));
        platform = WriteLaneTest::apply;

        step();
        step();

        assertThat(batches.get(1)).isEqualTo(batches.get(0));
        assertThat(batches.get(2)).extracting(StockCommand::pushId).containsExactly("p3");
    }

    @Test
    void commandsThatWereNotTakenJoinWhatCameMeanwhile() {
        offer(FIRST, Targets.set("p1", "TEE", 1, 1));
        fail(false);
        offer(FIRST, Targets.set("p2", "CAP", 1, 1));
        platform = WriteLaneTest::apply;

        step();

        assertThat(batches.get(1)).hasSize(2);
    }

    @Test
    void nothingIsSentBeforeThePauseIsOver() {
        offer(FIRST, Targets.set("p1", "TEE", 1, 1));
        fail(false);

        assertThat(lane.due()).isAfter(now);
    }

    @Test
    void whatExpiresWhileItsOutcomeIsUnknownStaysUnknown() {
        offer(
                FIRST,
                Targets.target("p1", "TEE", 1).setExpiresAt(now.plusSeconds(5)).build());
        fail(true);
        now = now.plusSeconds(60);

        step();

        assertThat(batches).hasSize(1);
        assertThat(settled.get("p1"))
                .isInstanceOfSatisfying(
                        Settlement.Written.class,
                        written -> assertThat(written.outcome()).isInstanceOf(WriteOutcome.Unknown.class));
    }

    @Test
    void commandsOfALostPartitionAreNotSentAgain() {
        offer(FIRST, Targets.delta("p1", "TEE", 1, 1));
        offer(SECOND, Targets.delta("p2", "CAP", 1, 1));
        fail(true);
        platform = WriteLaneTest::apply;

        lane.lose(Set.of(FIRST));
        step();

        assertThat(batches.get(1)).extracting(StockCommand::pushId).containsExactly("p2");
        assertThat(settled).containsOnlyKeys("p2");
    }

    @Test
    void aHookThatForgetsACommandIsNotBelieved() {
        offer(FIRST, Targets.delta("p1", "TEE", 1, 1));
        platform = (commands, outcomes) -> {};

        assertThatThrownBy(this::step).isInstanceOf(IllegalStateException.class).hasMessageContaining("no outcome");
    }

    private void fail(boolean outcomeUnknown) {
        platform = (commands, outcomes) -> {
            throw new ChannelException.Transient("the platform fails", null, outcomeUnknown, null);
        };
        step();
    }

    private void step() {
        lane.step(() -> now);
    }

    private void offer(TopicPartition partition, InventoryTarget... targets) {
        for (InventoryTarget target : targets) {
            Taken taken = new Taken(null, offsets.claim(partition, offsets.pending()));
            queue.offer(Targets.push(target, taken, now), now);
        }
    }

    private static void apply(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        commands.forEach(command -> outcomes.accept(command, new WriteOutcome.Applied(null, null, Targets.NOW)));
    }
}
