package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The way of a record through a task: taken and read on Connect's thread, queued and written on the worker's, answered, done.
 * Its methods are called on Connect's thread.
 */
final class SinkPipeline {
    /** The clocks of whoever sent a command and of whoever answered it may disagree. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private final PendingOffsets offsets = new PendingOffsets();
    private final SinkCounters counters = new SinkCounters();
    private final CommandReader reader;
    private final FaultDesk faults;
    private final ResultPublisher results;
    private final EarlierAnswers earlierAnswers;
    private final PushResults answers;
    private final WriteLanes lanes;
    private final SinkWorker worker;
    private final Clock clock;
    private final boolean dryRun;
    /** By push id; null after an assignment until the first records tell from when on they count. */
    private Map<String, InventoryPushResult> answered;

    /**
     * Starts the worker; nothing is sent.
     *
     * @param client is closed by the caller, as the publisher is
     * @throws IllegalArgumentException when a value or hook cannot be used
     */
    SinkPipeline(
            ChannelConfig config,
            ChannelClient client,
            ResultPublisher results,
            EarlierAnswers earlierAnswers,
            ErrantRecordReporter errantRecords,
            Clock clock) {
        this.results = results;
        this.earlierAnswers = earlierAnswers;
        this.clock = clock;
        this.dryRun = config.getBoolean(SinkKeys.DRY_RUN);
        this.reader = new CommandReader(
                config.tenant(), config.instance(), SinkKeys.DELETE.equals(config.getString(SinkKeys.ON_NULL)));
        this.faults = new FaultDesk(errantRecords, SinkKeys.FAIL.equals(config.getString(SinkKeys.ON_ERROR)));
        this.answers = new PushResults(config.manifest().channel(), clock);
        this.lanes = new WriteLanes(config, client, clock, this::settled, this::settled);
        this.worker = new SinkWorker(
                "commerce-sink-" + config.instance(),
                lanes.all(),
                results,
                () -> counters.waiting(lanes.held(), lanes.interrupted()),
                clock);
        worker.start();
    }

    /** Partitions were assigned: their first commands may be those that the task before this one has written already. */
    void gain() {
        answered = null;
    }

    /** Takes records. Returns at once, but for the first ones of an assignment: what was answered before is read first. */
    void take(Collection<SinkRecord> records) {
        if (answered == null && !records.isEmpty()) {
            answered = earlierAnswers.since(earliest(records).minus(CLOCK_TOLERANCE));
        }
        List<StockPush> pushes = new ArrayList<>();
        List<ProfileQueue.ProfileChange> changes = new ArrayList<>();
        Instant now = clock.instant();
        for (SinkRecord record : records) {
            Taken taken = new Taken(record, offsets.claim(partitionOf(record), record.originalKafkaOffset()));
            try {
                CommandReader.Command command = reader.read(record);
                if (command instanceof CommandReader.Command.Stock stock) {
                    take(new StockPush(stock.target(), stock.command(), taken, now), pushes);
                } else if (command instanceof CommandReader.Command.Profile profile) {
                    changes.add(new ProfileQueue.ProfileChange(profile.command(), List.of(taken), now));
                } else {
                    taken.claim().done();
                }
            } catch (DataException e) {
                faults.add(taken, e.getMessage());
            }
        }
        if (!pushes.isEmpty() || !changes.isEmpty()) {
            worker.execute(() -> queue(pushes, changes, now));
        }
    }

    private void take(StockPush push, List<StockPush> pushes) {
        InventoryPushResult answer = answered.get(push.command().pushId());
        if (answer != null && PushResults.isFinal(answer)) {
            // Once more, in case that the ledger has forgotten and asks.
            push.taken().forEach(taken -> results.publish(answer, taken.claim()::done));
            return;
        }
        if (answer != null) {
            push.doubt();
        }
        pushes.add(push);
    }

    /** Hands records at fault to the framework; throws where they fail the task. */
    void handOverFaults() {
        faults.handOver();
    }

    /** Throws what ended the worker. */
    void throwFailure() {
        Throwable failure = worker.failure();
        if (failure != null) {
            throw new ConnectException("Writing has ended: " + failure.getMessage(), failure);
        }
    }

    /** Forgets partitions that another task has from now on. */
    void lose(Collection<TopicPartition> partitions, Duration limit) {
        offsets.lose(partitions);
        worker.lose(partitions, limit);
    }

    PendingOffsets offsets() {
        return offsets;
    }

    Map<String, SinkCounters.Gauge> gauges() {
        return counters.gauges(offsets::pending);
    }

    /** Ends the worker; the client was closed before, which breaks off a call under way. */
    void stop(Duration limit) {
        worker.stop(limit);
    }

    private void queue(List<StockPush> pushes, List<ProfileQueue.ProfileChange> changes, Instant now) {
        for (StockPush push : pushes) {
            String refusal =
                    lanes.refusal(Entity.INVENTORY_TARGET, push.command().mode());
            if (refusal == null) {
                lanes.offer(push, now);
            } else {
                settled(push, new Settlement.Written(new WriteOutcome.Rejected(refusal)));
            }
        }
        for (ProfileQueue.ProfileChange change : changes) {
            String refusal = lanes.refusal(Entity.CUSTOMER_PROFILE, null);
            if (refusal == null) {
                lanes.offer(change);
            } else {
                settled(change, new WriteOutcome.Rejected(refusal));
            }
        }
    }

    private void settled(StockPush push, Settlement settlement) {
        counters.settled(settlement);
        String fault = settlement instanceof Settlement.Written written ? fault(written.outcome()) : null;
        results.publish(
                answers.of(push.target(), settlement), () -> push.taken().forEach(taken -> done(taken, fault)));
    }

    private void settled(ProfileQueue.ProfileChange change, WriteOutcome outcome) {
        counters.profile(outcome);
        String fault = fault(outcome);
        int newest = change.taken().size() - 1;
        for (int i = 0; i <= newest; i++) {
            done(change.taken().get(i), i == newest ? fault : null);
        }
    }

    /** What is wrong with the record; null when nothing is. */
    private String fault(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Rejected rejected && !dryRun ? rejected.message() : null;
    }

    private void done(Taken taken, String fault) {
        if (fault == null) {
            taken.claim().done();
        } else {
            faults.add(taken, fault);
        }
    }

    private static Instant earliest(Collection<SinkRecord> records) {
        return records.stream()
                .map(SinkRecord::timestamp)
                .filter(Objects::nonNull)
                .map(Instant::ofEpochMilli)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static TopicPartition partitionOf(SinkRecord record) {
        return new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
    }
}
