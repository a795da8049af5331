package io.unifiedcommerce.channel.read;

import java.util.List;

/**
 * What one step of reading brought.
 *
 * @param before the position to store with every emission but the last; null while a position is not worth storing
 * @param after the position to store with the last emission, or by a heartbeat when there is none; null likewise
 * @param whole whether going on from {@code after} repeats nothing of what was emitted so far: the place to end a transaction
 */
public record Batch(List<Emission> emissions, Position before, Position after, boolean whole, Capture capture) {

    /** Copies the list. */
    public Batch {
        emissions = List.copyOf(emissions);
    }
}
