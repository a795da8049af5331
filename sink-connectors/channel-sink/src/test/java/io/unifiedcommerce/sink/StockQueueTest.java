package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class StockQueueTest {
    private static final TopicPartition PARTITION = new TopicPartition("targets", 0);
    private static final Instant NOW = Targets.NOW;
    private static final WriteOutcome APPLIED = new WriteOutcome.Applied(4L, 5L, NOW);

    private final PendingOffsets offsets = new PendingOffsets();
    private final Map<String, List<Settlement>> settled = new LinkedHashMap<>();
    private final StockQueue queue =
            queue(new BlastGuard(new BlastGuard.Limits(1.0, Duration.ofHours(1), 1), Targets.INSTANCE, null));
    private long offset;

    @Test
    void aNumberReplacesOlderOnesThatWereNotSent() {
        offer(Targets.set("p1", "TEE", 1, 5));
        offer(Targets.delta("p2", "TEE", 2, -1));
        offer(Targets.set("p3", "TEE", 3, 7));

        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p3");
        assertThat(settled.get("p1")).containsExactly(new Settlement.Skipped("superseded by push p3"));
        assertThat(settled.get("p2")).containsExactly(new Settlement.Skipped("superseded by push p3"));
    }

    @Test
    void deltasKeepTheirOrderAndAreNeverSummed() {
        offer(Targets.delta("p1", "TEE", 1, -1));
        offer(Targets.delta("p2", "TEE", 2, -2));

        List<StockCommand> first = takeAll();
        assertThat(first).extracting(StockCommand::pushId).containsExactly("p1");
        assertThat(takeAll()).isEmpty();
        queue.decided(first.get(0), APPLIED);

        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p2");
    }

    @Test
    void aNumberThatWasSentIsNotReplacedByANewerOneButFollowedByIt() {
        offer(Targets.set("p1", "TEE", 1, 5));
        StockCommand sent = takeAll().get(0);
        offer(Targets.set("p2", "TEE", 2, 6));

        assertThat(settled).isEmpty();
        queue.decided(sent, APPLIED);

        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p2");
    }

    @Test
    void aNumberThatCouldNotBeSentIsReplacedByANewerOne() {
        offer(Targets.set("p1", "TEE", 1, 5));
        List<StockCommand> sent = takeAll();
        offer(Targets.set("p2", "TEE", 2, 6));

        queue.putBack(sent);

        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p2");
        assertThat(settled.get("p1")).hasSize(1);
    }

    @Test
    void aLowerVersionIsNeverWritten() {
        offer(Targets.set("p7", "TEE", 7, 5));
        queue.decided(takeAll().get(0), APPLIED);

        offer(Targets.set("p5", "TEE", 5, 9));

        assertThat(takeAll()).isEmpty();
        assertThat(settled.get("p5")).singleElement().isInstanceOf(Settlement.Skipped.class);
    }

    @Test
    void theSamePushIsWrittenOnceAndAnsweredTheSameEachTime() {
        offer(Targets.delta("p1", "TEE", 1, -1));
        offer(Targets.delta("p1", "TEE", 1, -1));
        StockCommand sent = takeAll().get(0);
        offer(Targets.delta("p1", "TEE", 1, -1));
        queue.decided(sent, APPLIED);
        assertThat(settled.get("p1")).containsExactly(new Settlement.Written(APPLIED));

        offer(Targets.delta("p1", "TEE", 1, -1));

        assertThat(takeAll()).isEmpty();
        assertThat(settled.get("p1")).containsExactly(new Settlement.Written(APPLIED), new Settlement.Written(APPLIED));
        assertThat(offsets.pending()).isZero();
    }

    @Test
    void aPushWhoseOutcomeIsUnknownIsNotWrittenAgain() {
        offer(Targets.delta("p1", "TEE", 1, -1));
        queue.decided(takeAll().get(0), new WriteOutcome.Unknown(3L, "line cut"));

        offer(Targets.delta("p1", "TEE", 1, -1));

        assertThat(takeAll()).isEmpty();
        assertThat(settled.get("p1")).hasSize(2);
    }

    @Test
    void aPushThatMayHaveBeenWrittenUnseenIsOnlyLookedUp() {
        offer(Targets.delta("p1", "TEE", 1, -1));
        StockCommand first = takeAll().get(0);
        assertThat(queue.isDoubtful(first)).isFalse();
        queue.decided(first, new WriteOutcome.Unknown(null, "line cut"));

        offer(Targets.delta("p1", "TEE", 1, -1));
        StockCommand again = takeAll().get(0);

        assertThat(queue.isDoubtful(again)).isTrue();
    }

    @Test
    void aPushThatWasRefusedMayComeAgainFromTheDeadLetterQueue() {
        offer(Targets.set("p1", "TEE", 1, 5));
        queue.decided(takeAll().get(0), new WriteOutcome.Rejected("no such SKU"));

        offer(Targets.set("p1", "TEE", 1, 5));

        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p1");
    }

    @Test
    void whatExpiresBeforeItIsSentIsDroppedWithAnAnswer() {
        Instant soon = NOW.plusSeconds(10);
        offer(Targets.target("p1", "TEE", 1).setExpiresAt(NOW).build());
        offer(Targets.target("p2", "CAP", 1).setExpiresAt(soon).build());

        assertThat(queue.take(10, soon)).isEmpty();
        assertThat(settled.get("p1")).containsExactly(new Settlement.Skipped("expired at " + NOW));
        assertThat(settled.get("p2")).containsExactly(new Settlement.Skipped("expired at " + soon));
        queue.lose(Set.of(PARTITION));
    }

    @Test
    void differentPlacesAreTakenTogetherInTheOrderOfTheirArrival() {
        offer(Targets.set("p1", "TEE", 1, 5));
        offer(Targets.target("p2", "TEE", 1).setLocationId("2").build());
        offer(Targets.target("p3", "TEE", 1).setLocationId(null).build());
        offer(Targets.set("p4", "CAP", 1, 5));

        assertThat(queue.take(3, NOW)).extracting(StockCommand::pushId).containsExactly("p1", "p2", "p3");
        assertThat(queue.take(3, NOW)).extracting(StockCommand::pushId).containsExactly("p4");
    }

    @Test
    void aPushWaitsForOthersUntilItLingeredOrTheBatchIsFull() {
        offer(Targets.set("p1", "TEE", 1, 5));

        assertThat(queue.due(2)).isEqualTo(NOW.plusMillis(20));
        offer(Targets.set("p2", "CAP", 1, 5));
        assertThat(queue.due(2)).isBefore(NOW);
        takeAll();
        assertThat(queue.due(2)).isNull();
    }

    @Test
    void aLostPartitionTakesItsMemoryWithIt() {
        offer(Targets.set("p7", "TEE", 7, 5));
        queue.decided(takeAll().get(0), APPLIED);
        offer(Targets.set("p8", "TEE", 8, 5));
        queue.lose(Set.of(PARTITION));

        assertThat(takeAll()).isEmpty();
        offer(Targets.set("p7", "TEE", 7, 5));
        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p7");
    }

    @Test
    void aLostPartitionLeavesThePushesOfOthersForTheSameSku() {
        TopicPartition other = new TopicPartition("targets", 1);
        offer(Targets.delta("p1", "TEE", 1, 1));
        Taken taken = new Taken(null, offsets.claim(other, 0));
        queue.offer(Targets.push(Targets.delta("p2", "TEE", 2, 1), taken, NOW), NOW);

        queue.lose(Set.of(PARTITION));

        assertThat(takeAll()).extracting(StockCommand::pushId).containsExactly("p2");
    }

    @Test
    void heldPushesWaitForNewerLevelsOrTheirExpiry() {
        StockQueue guarded =
                queue(new BlastGuard(new BlastGuard.Limits(0.5, Duration.ofHours(1), 2), Targets.INSTANCE, null));
        guarded.offer(push(Targets.set("p1", "A", 1, 0)), NOW);
        guarded.offer(push(Targets.set("p2", "B", 1, 0)), NOW);
        guarded.offer(
                push(Targets.target("p3", "C", 1)
                        .setTarget(0)
                        .setExpiresAt(NOW.plusSeconds(60))
                        .build()),
                NOW);
        guarded.offer(push(Targets.set("p4", "D", 1, 9)), NOW);

        assertThat(guarded.take(10, NOW)).extracting(StockCommand::pushId).containsExactly("p1", "p4");
        assertThat(guarded.heldCount()).isEqualTo(2);
        assertThat(settled).isEmpty();

        guarded.offer(push(Targets.set("p5", "B", 2, 3)), NOW);
        assertThat(guarded.take(10, NOW.plusSeconds(61)))
                .extracting(StockCommand::pushId)
                .containsExactly("p5");
        assertThat(guarded.heldCount()).isZero();
        assertThat(settled).containsOnlyKeys("p2", "p3");
    }

    private StockQueue queue(BlastGuard guard) {
        return new StockQueue(guard, Duration.ofMillis(20), (push, settlement) -> {
            settled.computeIfAbsent(push.command().pushId(), id -> new ArrayList<>())
                    .add(settlement);
            push.taken().forEach(taken -> taken.claim().done());
        });
    }

    private void offer(InventoryTarget target) {
        queue.offer(push(target), NOW);
    }

    private StockPush push(InventoryTarget target) {
        SinkRecord record = new SinkRecord("targets", 0, null, null, null, target, offset);
        return Targets.push(target, new Taken(record, offsets.claim(PARTITION, offset++)), NOW);
    }

    private List<StockCommand> takeAll() {
        return queue.take(100, NOW);
    }
}
