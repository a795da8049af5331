package io.unifiedcommerce.flink.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Stock is a function of the set of facts: order and repetition do not matter, each line counts once. */
class FactSetTest {

    @Property
    void anyOrderAndAnyRepetitionGiveTheSameStock(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = lived(seed, steps);
        List<Brain.Input> facts = stockFacts(world);
        Random random = new Random(seed);

        List<Brain.Input> shuffled = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertThat(told(world, shuffled).stock()).isEqualTo(told(world, facts).stock());
    }

    @Property
    void anOrderCountsForItsOwnEffectAndNothingElse(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int steps) {
        World world = lived(seed, steps);
        if (world.sales.isEmpty()) {
            return;
        }
        Sale sale = world.sales.get(new Random(seed).nextInt(world.sales.size()));
        List<Brain.Input> with = stockFacts(world);
        List<Brain.Input> without = with.stream()
                .filter(fact -> !(sale.channel + "|" + sale.id).equals(fact.order()))
                .filter(fact -> !(fact.fact() instanceof Fact.LineKnown known
                        && known.key().equals(sale.lineKey())))
                .toList();

        Brain knowing = told(world, with);
        Map<String, LocationStock> ignorant = told(world, without).stock();

        Line line = Stream.of(knowing.state.lines(), knowing.state.settledLines())
                .map(store -> store.get(sale.lineKey()))
                .filter(known -> known != null)
                .findFirst()
                .orElseThrow();
        LineRule rule = new LineRule(0);
        knowing.stock().forEach((id, stock) -> {
            Anchor anchor = knowing.state.sheet().shelves.get(id).anchor;
            long effect = id.equals(sale.location)
                    ? rule.effect(line, world.config.location(id).orElseThrow(), anchor)
                    : 0;
            long returned = id.equals(sale.location) ? returnedAfter(sale, with, anchor) : 0;
            assertThat(stock.available() - ignorant.get(id).available()).isEqualTo(effect + returned);
            assertThat(effect).isBetween(-sale.quantity, sale.cancelled);
        });
    }

    @Property
    void anOlderCountChangesNothing(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = lived(seed, steps);
        List<Object> before = world.brain.snapshot();
        int decisions = world.brain.decisions.size();

        world.brain.state.sheet().shelves.forEach((id, shelf) -> {
            long asOf = shelf.anchor.asOf() - 1 - new Random(seed).nextInt(100_000);
            world.hear(new Fact.StockCounted(id, asOf, "z", "z", 1_000, Measured.ON_HAND));
        });

        assertThat(world.brain.snapshot()).isEqualTo(before);
        assertThat(world.brain.decisions.subList(decisions, world.brain.decisions.size()))
                .allMatch(Decision.SetTimer.class::isInstance);
    }

    private static World lived(long seed, int steps) {
        World world = new World(WorldPlan.exact(seed, steps));
        world.live();
        return world;
    }

    private static List<Brain.Input> stockFacts(World world) {
        return world.brain.inputs.stream()
                .filter(input -> input.fact() != null
                        && !(input.fact() instanceof Fact.MirrorSeen)
                        && !(input.fact() instanceof Fact.PushAnswered))
                .toList();
    }

    private static Brain told(World world, List<Brain.Input> facts) {
        Brain brain = Brain.knowingNothing(world.config);
        facts.forEach(fact -> brain.take(new Brain.Input(world.agenda.now(), fact.order(), fact.fact())));
        return brain;
    }

    private static long returnedAfter(Sale sale, List<Brain.Input> facts, Anchor anchor) {
        return facts.stream()
                .filter(fact -> (sale.channel + "|" + sale.id).equals(fact.order()))
                .map(Brain.Input::fact)
                .filter(OrderFact.GoodsRefunded.class::isInstance)
                .map(OrderFact.GoodsRefunded.class::cast)
                .distinct()
                .filter(refund -> refund.at() > anchor.asOf())
                .flatMap(refund -> refund.lines().stream())
                .filter(OrderFact.Refunded::isReturn)
                .mapToLong(OrderFact.Refunded::quantity)
                .sum();
    }
}
