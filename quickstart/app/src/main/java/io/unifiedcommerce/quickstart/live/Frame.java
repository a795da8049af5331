package io.unifiedcommerce.quickstart.live;

import io.unifiedcommerce.quickstart.scenario.Played;
import java.time.Duration;
import java.util.List;

/**
 * One look at the whole loop.
 *
 * @param elapsed since the command was given
 * @param played of {@code invoices} to play
 * @param oversold units sold that nobody has
 * @param notes what is wrong, and what faults were made on purpose
 */
record Frame(
        Phase phase,
        Duration elapsed,
        Played played,
        int invoices,
        List<Stage> stages,
        List<ChannelRow> channels,
        long oversold,
        List<String> notes) {

    Frame {
        stages = List.copyOf(stages);
        channels = List.copyOf(channels);
        notes = List.copyOf(notes);
    }
}
