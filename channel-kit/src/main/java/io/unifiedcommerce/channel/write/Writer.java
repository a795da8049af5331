package io.unifiedcommerce.channel.write;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes commands to one store. Used by one thread. Holds caches at most: losing it loses nothing.
 *
 * @param <C> the kind of command
 */
public interface Writer<C extends WriteCommand> {

    /**
     * Writes some commands, of which no two concern the same thing, and reports each outcome as soon as it is known.
     *
     * <p>Each command is reported once at most. If the call fails, those not reported are undecided: after a failure whose
     * outcome is unknown they must be given again unchanged, all of them and nothing else, so that the writer makes the same
     * requests with the same idempotency keys; after any other failure they were not carried out.
     *
     * @throws io.unifiedcommerce.channel.http.ChannelException when the platform, the line or the credentials fail; never
     *     because of a command
     */
    void write(List<C> commands, BiConsumer<C, WriteOutcome> outcomes);

    /**
     * Reads what the store shows, for commands whose outcome was unknown while the store could not be asked. Nothing is written.
     * Each command is reported as {@link WriteOutcome.Unknown}, with the units shown. A writer that never reports an unknown
     * outcome by itself need not know how.
     *
     * @throws io.unifiedcommerce.channel.http.ChannelException when the store cannot be asked now either
     */
    default void observe(List<C> commands, BiConsumer<C, WriteOutcome> outcomes) {
        commands.forEach(command -> outcomes.accept(
                command, new WriteOutcome.Unknown(null, "it is not known whether the earlier write took effect")));
    }
}
