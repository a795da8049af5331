package io.unifiedcommerce.flink.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** State survives a restart at any fact, and does not grow for ever. */
class RecoveryTest {

    @Property
    void aReplayAfterARestartDecidesTheSame(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.rough(seed, steps));
        world.live();
        List<Brain.Input> inputs = world.brain.inputs;
        int restart = new Random(seed).nextInt(inputs.size() + 1);

        Brain first = Brain.knowingNothing(world.config);
        inputs.subList(0, restart).forEach(first::take);
        Brain second = first.restarted();
        int decided = first.decisions.size();
        inputs.subList(restart, inputs.size()).forEach(first::take);
        inputs.subList(restart, inputs.size()).forEach(second::take);

        assertThat(second.decisions).isEqualTo(first.decisions.subList(decided, first.decisions.size()));
        assertThat(second.snapshot()).isEqualTo(first.snapshot()).isEqualTo(world.brain.snapshot());
    }

    @Property
    void whatIsInsideACountOrPastRetentionIsForgotten(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.exact(seed, steps));
        world.live();
        LedgerState state = world.brain.state;
        Brain.facts(state.movements())
                .values()
                .forEach(movement -> assertThat(movement.at())
                        .isGreaterThan(state.sheet()
                                .shelves
                                .get(movement.location())
                                .anchor
                                .asOf()));

        world.rest(Duration.ofDays(40));

        assertThat(Brain.facts(state.movements())).isEmpty();
        assertThat(Brain.facts(state.settledLines())).isEmpty();
        assertThat(Brain.facts(state.reservations())).isEmpty();
        assertThat(Brain.facts(state.lines()).values()).allMatch(line -> line.open() > 0);
        world.config
                .locations()
                .keySet()
                .forEach(
                        location -> assertThat(world.brain.stock().get(location).available())
                                .isEqualTo(world.trulyAvailable(location)));
    }
}
