package io.unifiedcommerce.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.webhook.SubscriptionPlan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SubscriptionPlanTest {
    private static final Subscription SOUND = new Subscription("1", Set.of("orders"), true);
    private static final Subscription OFF = new Subscription("2", Set.of("orders"), false);

    @Example
    void makesWhatIsMissingAndLeavesWhatStands() {
        assertThat(SubscriptionPlan.steps(List.of(SOUND), Set.of("orders", "stock"), false))
                .containsExactly(new Step.Make(Set.of("stock")));
    }

    @Example
    void mendsWhatIsSwitchedOff() {
        assertThat(SubscriptionPlan.steps(List.of(OFF), Set.of("orders"), false))
                .containsExactly(new Step.Mend(OFF, Set.of("orders")));
    }

    @Example
    void removesWhatNobodyWantsAndWhatTellsTheSameAgain() {
        Subscription other = new Subscription("3", Set.of("carts"), true);
        assertThat(SubscriptionPlan.steps(List.of(SOUND, OFF, other), Set.of("orders"), false))
                .containsExactly(new Step.Remove(OFF), new Step.Remove(other));
    }

    @Example
    void givesOneSubscriptionAllTopicsWhereTheyGoTogether() {
        assertThat(SubscriptionPlan.steps(List.of(SOUND, OFF), Set.of("orders", "stock"), true))
                .containsExactly(new Step.Mend(SOUND, Set.of("orders", "stock")), new Step.Remove(OFF));
        assertThat(SubscriptionPlan.steps(List.of(), Set.of("orders", "stock"), true))
                .containsExactly(new Step.Make(Set.of("orders", "stock")));
        assertThat(SubscriptionPlan.steps(List.of(SOUND), Set.of(), true)).containsExactly(new Step.Remove(SOUND));
    }

    @Property
    void whateverThereWasAfterwardsEachWantedTopicIsToldOnce(
            @ForAll("subscriptions") List<Subscription> before,
            @ForAll("topics") Set<String> wanted,
            @ForAll boolean together) {
        List<Subscription> after = new ArrayList<>(before);
        for (Step step : SubscriptionPlan.steps(before, wanted, together)) {
            if (step instanceof Step.Make make) {
                after.add(new Subscription("new", make.topics(), true));
            } else if (step instanceof Step.Mend mend) {
                after.set(
                        after.indexOf(mend.subscription()),
                        new Subscription(mend.subscription().id(), mend.topics(), true));
            } else if (step instanceof Step.Remove remove) {
                after.remove(remove.subscription());
            }
        }
        List<String> told =
                after.stream().flatMap(one -> one.topics().stream()).sorted().toList();
        assertThat(told).isEqualTo(List.copyOf(new TreeSet<>(wanted)));
        assertThat(after).allMatch(Subscription::sound);
        assertThat(SubscriptionPlan.steps(after, wanted, together)).isEmpty();
    }

    @Provide
    Arbitrary<List<Subscription>> subscriptions() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(0, 1_000_000);
        Arbitrary<String> topic = Arbitraries.of("a", "b", "c", "d");
        return Combinators.combine(ids, topic, Arbitraries.of(true, false))
                .as((id, name, sound) -> new Subscription(id.toString(), Set.of(name), sound))
                .list()
                .uniqueElements(Subscription::id)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Set<String>> topics() {
        return Arbitraries.of("a", "b", "c", "d").set().ofMaxSize(4);
    }
}
