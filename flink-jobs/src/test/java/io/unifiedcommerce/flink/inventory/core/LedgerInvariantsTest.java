package io.unifiedcommerce.flink.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The ledger in generated worlds: exact at rest, every channel shows what it should, and then there is silence. */
class LedgerInvariantsTest {

    @Property
    void stockIsExactOnceEverythingHasArrived(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.exact(seed, steps));

        world.live();

        assertThatStockIsExact(world);
    }

    @Property
    void everyChannelShowsItsTargetInTheEnd(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.rough(seed, steps));

        settle(world);

        assertThatStockIsExact(world);
        assertThatChannelsShowTheirTargets(world);
    }

    @Property
    void aRestartThatRepeatsThePastInAnotherOrderComesToTheSameEnd(
            @ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.rough(seed, steps));

        world.liveThroughARestart();
        rest(world);

        assertThatStockIsExact(world);
        assertThatChannelsShowTheirTargets(world);
    }

    @Property
    void oneSaleCausesTwoPushesPerChannelAtMostAndThenNone(@ForAll long seed, @ForAll @IntRange(max = 30) int steps) {
        World world = new World(WorldPlan.rough(seed, steps).whoseSinkKnows());
        settle(world);
        int before = world.brain.pushes().size();

        String shop = world.shops.keySet().stream()
                .skip(new Random(seed).nextInt(world.shops.size()))
                .findFirst()
                .orElseThrow();
        world.order(shop);
        world.rest(Duration.ofMinutes(10));
        int after = world.brain.pushes().size();
        world.rest(Duration.ofDays(2));

        Map<String, Long> pushes = world.brain.pushes().subList(before, after).stream()
                .collect(Collectors.groupingBy(Decision.Push::channel, Collectors.counting()));
        assertThat(pushes.values()).allMatch(count -> count <= 2);
        assertThat(world.brain.pushes()).hasSize(after);
        world.readEverything();
        assertThatChannelsShowTheirTargets(world);
    }

    @Property
    void versionsOfPushesAlwaysRise(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.rough(seed, steps));

        settle(world);

        long last = 0;
        Map<Long, Decision.Push> known = new HashMap<>();
        for (Decision.Push push : world.brain.pushes()) {
            Decision.Push same = known.putIfAbsent(push.version(), push);
            assertThat(push).as("a repetition is the same push").isEqualTo(same == null ? push : same);
            if (same == null) {
                assertThat(push.version()).isGreaterThan(last);
                last = push.version();
            }
        }
    }

    @Property
    void figuresOfChannelsNeverChangeTheStock(@ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        World world = new World(WorldPlan.rough(seed, steps));
        world.live();
        Map<String, LocationStock> stock = world.brain.stock();
        long version = world.brain.state.sheet().version();

        Random random = new Random(seed);
        for (String instance : world.shops.keySet()) {
            int before = world.brain.pushes().size();
            world.hear(new Fact.MirrorSeen(instance, random.nextInt(20), world.agenda.now(), null, "9", "edit"));
            version += world.brain.pushes().size() - before;
        }

        assertThat(world.brain.stock()).isEqualTo(stock);
        assertThat(world.brain.state.sheet().version())
                .as("only pushes may raise the version")
                .isEqualTo(version);
    }

    private static void settle(World world) {
        world.live();
        rest(world);
    }

    private static void rest(World world) {
        world.countEverything();
        world.readEverything();
        // What a sink never wrote and does not know about takes one more read, and luck: here, certainty.
        world.shops.values().forEach(shop -> shop.isSure = true);
        world.readEverything();
    }

    private static void assertThatStockIsExact(World world) {
        world.config
                .locations()
                .values()
                .forEach(location -> assertThat(
                                world.brain.stock().get(location.id()).available())
                        .as(location.toString())
                        .isEqualTo(world.trulyAvailable(location.id())));
    }

    private static void assertThatChannelsShowTheirTargets(World world) {
        for (SellingChannel channel : world.config.channels().values()) {
            assertThat(world.shops.get(channel.instance()).figure)
                    .as(channel.instance())
                    .isEqualTo(world.trueTarget(channel));
        }
    }
}
