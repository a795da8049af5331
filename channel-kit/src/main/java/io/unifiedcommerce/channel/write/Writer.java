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
}
