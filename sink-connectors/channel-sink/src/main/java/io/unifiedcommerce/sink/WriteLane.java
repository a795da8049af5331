package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes one kind of command, batch after batch, and waits while the platform fails. Used by one thread.
 *
 * @param <C> the kind of command
 */
final class WriteLane<C extends WriteCommand> {
    private final Source<C> source;
    private final Writer<C> writer;
    private final int batchSize;
    private final Outage outage;
    /** Commands that may have been written: they are sent again as they are, so that the platform can tell. */
    private final Set<C> uncertain = new LinkedHashSet<>();

    /**
     * Where commands come from.
     *
     * @param <C> the kind of command
     */
    interface Source<C extends WriteCommand> {

        /** The next commands to write, of which no two concern the same thing. */
        List<C> take(int max, Instant now);

        /** When {@link #take} is worth a call; null while nothing waits. */
        Instant due(int max);

        /** Whether a command that was taken may have been written before, so that it is only looked up. */
        default boolean isDoubtful(C command) {
            return false;
        }

        /** Whether a command that was taken may still be carried out. */
        boolean isWanted(C command, Instant now);

        /** A command that was taken has its outcome. */
        void decided(C command, WriteOutcome outcome);

        /** Commands that were taken were not carried out. */
        void putBack(List<C> commands);

        /** Whether a command that was taken came from one of these partitions. */
        boolean isLost(C command, Set<TopicPartition> lost);

        /** Forgets everything that came from these partitions: another task has them now. */
        void lose(Set<TopicPartition> lost);
    }

    WriteLane(Source<C> source, Writer<C> writer, int batchSize, Outage outage) {
        this.source = source;
        this.writer = writer;
        this.batchSize = batchSize;
        this.outage = outage;
    }

    /** When {@link #step} has something to do; null while nothing waits. */
    Instant due() {
        Instant due = uncertain.isEmpty() ? source.due(batchSize) : Instant.MIN;
        return due == null || due.isAfter(outage.over()) ? due : outage.over();
    }

    /**
     * Writes one batch.
     *
     * @throws ChannelException.Closed when the client was closed
     */
    void step(Supplier<Instant> clock) {
        Instant now = clock.get();
        dropUnwanted(now);
        Set<C> undecided =
                new LinkedHashSet<>(uncertain.isEmpty() ? source.take(batchSize, now) : List.copyOf(uncertain));
        uncertain.clear();
        if (undecided.isEmpty()) {
            return;
        }
        try {
            BiConsumer<C, WriteOutcome> outcomes = (command, outcome) -> {
                if (undecided.remove(command)) {
                    source.decided(command, outcome);
                }
            };
            observe(undecided, outcomes);
            writer.write(List.copyOf(undecided), outcomes);
            outage.ended();
            if (!undecided.isEmpty()) {
                throw new IllegalStateException(
                        writer.getClass().getName() + " reported no outcome for " + undecided.size() + " commands");
            }
        } catch (ChannelException.Closed e) {
            throw e;
        } catch (ChannelException e) {
            outage.failed(e, clock.get());
            if (e instanceof ChannelException.Transient failure && failure.outcomeUnknown()) {
                uncertain.addAll(undecided);
            } else {
                source.putBack(List.copyOf(undecided));
            }
        }
    }

    /** Looks up what may have been written before. A failure leaves all the others undecided, none of them written. */
    private void observe(Set<C> undecided, BiConsumer<C, WriteOutcome> outcomes) {
        List<C> doubtful = undecided.stream().filter(source::isDoubtful).toList();
        if (!doubtful.isEmpty()) {
            writer.observe(doubtful, outcomes);
        }
    }

    /** Forgets everything that came from these partitions. */
    void lose(Set<TopicPartition> lost) {
        uncertain.removeIf(command -> source.isLost(command, lost));
        source.lose(lost);
    }

    private void dropUnwanted(Instant now) {
        List<C> unwanted = uncertain.stream()
                .filter(command -> !source.isWanted(command, now))
                .toList();
        for (C command : unwanted) {
            uncertain.remove(command);
            source.decided(
                    command,
                    new WriteOutcome.Unknown(
                            null, "expired before the platform could be asked whether the write took effect"));
        }
    }
}
