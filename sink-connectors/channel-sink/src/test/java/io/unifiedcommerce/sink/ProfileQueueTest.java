package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProfileQueueTest {
    private static final TopicPartition PARTITION = new TopicPartition("profiles", 0);
    private static final Instant NOW = Targets.NOW;
    private static final WriteOutcome APPLIED = new WriteOutcome.Applied(null, null, NOW);

    private final PendingOffsets offsets = new PendingOffsets();
    private final List<ProfileQueue.ProfileChange> settled = new ArrayList<>();
    private final ProfileQueue queue =
            new ProfileQueue(Duration.ofMillis(20), (change, outcome) -> settled.add(change));

    @Test
    void aNewerStateReplacesAnOlderOneAndStandsForItsRecords() {
        offer("p-1", "7");
        offer("p-2", "8");
        offer("p-1", "9");

        List<ProfileCommand> batch = queue.take(10, NOW);
        assertThat(batch).extracting(ProfileCommand::customerIds).containsExactly(List.of("9"), List.of("8"));
        batch.forEach(command -> queue.decided(command, APPLIED));

        assertThat(settled.get(0).taken()).hasSize(2);
    }

    @Test
    void aStateThatWasNotWrittenIsReplacedByANewerOne() {
        offer("p-1", "7");
        List<ProfileCommand> batch = queue.take(10, NOW);
        offer("p-1", "9");

        queue.putBack(batch);

        assertThat(queue.take(10, NOW)).extracting(ProfileCommand::customerIds).containsExactly(List.of("9"));
    }

    @Test
    void aStateThatWasNotWrittenWaitsAgain() {
        offer("p-1", "7");

        queue.putBack(queue.take(10, NOW));

        assertThat(queue.take(10, NOW)).hasSize(1);
    }

    @Test
    void aLostPartitionIsForgotten() {
        offer("p-1", "7");
        queue.lose(Set.of(PARTITION));

        assertThat(queue.due(10)).isNull();
    }

    private void offer(String profile, String customer) {
        Taken taken = new Taken(null, offsets.claim(PARTITION, offsets.pending()));
        queue.offer(new ProfileQueue.ProfileChange(
                new ProfileCommand(profile, List.of(customer), null), List.of(taken), NOW));
    }
}
