package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.tck.conformance.sample.SampleOrigin;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.opentest4j.AssertionFailedError;

/** Gives commands to a channel's writer as the sink does. */
final class WriteTrial<C extends WriteCommand> {
    private static final int TRIES = 5;

    private final StoreSession session;
    private final WriteStrategy<C> strategy;

    WriteTrial(StoreSession session, WriteStrategy<C> strategy) {
        this.session = session;
        this.strategy = strategy;
    }

    /** Gives a command, which must be carried out. */
    void give(C command) {
        try (ChannelClient client = session.patientClient()) {
            WriteOutcome outcome = write(open(client), command);
            if (!(outcome instanceof WriteOutcome.Applied)) {
                throw new AssertionFailedError("a command was not carried out: " + outcome);
            }
        }
    }

    /** Gives a command to a writer that knows nothing of it; whatever becomes of it. */
    void giveAfterRestart(C command) {
        try (ChannelClient client = session.patientClient()) {
            write(open(client), command);
        }
    }

    /** Gives a command to the same writer until its outcome is told. */
    void giveUntilDecided(C command) {
        try (ChannelClient client = session.hastyClient()) {
            Writer<C> writer = open(client);
            for (int i = 0; i < TRIES; i++) {
                try {
                    write(writer, command);
                    return;
                } catch (ChannelException.Transient again) {
                    // as the sink does: the same command, unchanged
                }
            }
            throw new AssertionFailedError(
                    "a command whose answer was lost once is undecided after " + TRIES + " tries");
        }
    }

    private Writer<C> open(ChannelClient client) {
        return strategy.open(new WriteContext(SampleOrigin.INSTANCE, client, session.clock(), session.options()));
    }

    private WriteOutcome write(Writer<C> writer, C command) {
        AtomicReference<WriteOutcome> told = new AtomicReference<>();
        writer.write(List.of(command), (given, outcome) -> told.set(outcome));
        if (told.get() == null) {
            throw new AssertionFailedError("the writer reported no outcome");
        }
        return told.get();
    }
}
