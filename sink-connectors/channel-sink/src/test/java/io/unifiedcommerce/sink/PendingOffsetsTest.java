package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PendingOffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("targets", 0);

    private final PendingOffsets offsets = new PendingOffsets();

    @Property
    void neverCommitsPastARecordThatIsNotDone(
            @ForAll @IntRange(min = 1, max = 50) int records,
            @ForAll @Size(max = 80) List<@IntRange(max = 49) Integer> done) {
        List<PendingOffsets.Claim> claims = new ArrayList<>();
        TreeSet<Long> open = new TreeSet<>();
        for (long offset = 0; offset < records; offset++) {
            claims.add(offsets.claim(PARTITION, offset));
            open.add(offset);
        }
        for (int index : done) {
            if (index < records) {
                claims.get(index).done();
                open.remove((long) index);
            }
            assertThat(committed(records)).isEqualTo(open.isEmpty() ? records : open.first());
            assertThat(offsets.pending()).isEqualTo(open.size());
        }
        claims.forEach(PendingOffsets.Claim::done);
        assertThat(committed(records)).isEqualTo(records);
        offsets.lose(List.of(PARTITION));
    }

    @Test
    void recordsThatWereFilteredOutBeforeTheTaskDoNotHoldTheOffsetBack() {
        offsets.claim(PARTITION, 3).done();

        assertThat(committed(40)).isEqualTo(40);
    }

    @Test
    void aRecordOfAPartitionThatWasLostSaysNothingAboutItsRedelivery() {
        PendingOffsets.Claim before = offsets.claim(PARTITION, 7);
        offsets.lose(List.of(PARTITION));
        offsets.claim(PARTITION, 7);

        before.done();

        assertThat(committed(8)).isEqualTo(7);
        assertThat(offsets.pending()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsDeliveredTwiceIsDoneWhenBothDeliveriesAre() {
        PendingOffsets.Claim first = offsets.claim(PARTITION, 7);
        PendingOffsets.Claim second = offsets.claim(PARTITION, 7);

        first.done();
        first.done();
        assertThat(committed(8)).isEqualTo(7);

        second.done();
        assertThat(committed(8)).isEqualTo(8);
    }

    @Test
    void partitionsThatGaveNoRecordsAreCommittedAsConsumed() {
        TopicPartition other = new TopicPartition("targets", 1);

        assertThat(offsets.committable(Map.of(other, new OffsetAndMetadata(5))))
                .containsEntry(other, new OffsetAndMetadata(5));
    }

    private long committed(long consumed) {
        return offsets.committable(Map.of(PARTITION, new OffsetAndMetadata(consumed)))
                .get(PARTITION)
                .offset();
    }
}
