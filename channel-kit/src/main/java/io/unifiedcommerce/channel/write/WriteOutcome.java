package io.unifiedcommerce.channel.write;

import java.time.Instant;

/** What became of a command. Quantities are those that the store shows in the unified model's {@code inventory_level}. */
public sealed interface WriteOutcome {

    /**
     * It took effect, now or when the same command was tried before, or there was nothing to change.
     *
     * @param before units shown before; null when not told
     * @param after units shown after; null when not told
     * @param at clock of the channel; null when not told
     */
    record Applied(Long before, Long after, Instant at) implements WriteOutcome {}

    /**
     * The store does not show what the command expected; nothing was written.
     *
     * @param observed units shown now; null when they could not be read
     */
    record Conflict(Long observed, String message) implements WriteOutcome {}

    /**
     * The command is at fault: trying it again is pointless.
     *
     * @param message what is wrong and what to do; nothing personal
     */
    record Rejected(String message) implements WriteOutcome {}

    /**
     * It may or may not have taken effect, and trying again could apply it twice.
     *
     * @param observed units shown afterwards; null when they could not be read
     */
    record Unknown(Long observed, String message) implements WriteOutcome {

        public boolean isObserved() {
            return observed != null;
        }
    }
}
