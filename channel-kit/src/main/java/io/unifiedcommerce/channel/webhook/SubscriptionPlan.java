package io.unifiedcommerce.channel.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must be done so that an address is told of the wanted topics and of nothing else. Pure. */
final class SubscriptionPlan {

    /** One change at the platform. */
    sealed interface Step {

        /** There is none, so one is made. */
        record Make(Set<String> topics) implements Step {}

        /** It is switched off, or otherwise not as it should be. */
        record Mend(Subscription subscription, Set<String> topics) implements Step {}

        /** Nobody wants its topic, or another one tells it already. */
        record Remove(Subscription subscription) implements Step {}
    }

    private SubscriptionPlan() {}

    /**
     * The steps; none when all is well.
     *
     * @param ours the subscriptions that send to the address
     * @param wanted topics as the API names them
     * @param together whether one subscription has all topics
     */
    static List<Step> steps(List<Subscription> ours, Set<String> wanted, boolean together) {
        return together ? one(ours, wanted) : oneForEach(ours, wanted);
    }

    private static List<Step> one(List<Subscription> ours, Set<String> wanted) {
        List<Step> steps = new ArrayList<>();
        boolean stands = wanted.isEmpty();
        for (Subscription subscription : ours) {
            if (stands) {
                steps.add(new Step.Remove(subscription));
            } else if (!subscription.sound() || !subscription.topics().equals(wanted)) {
                steps.add(new Step.Mend(subscription, wanted));
            }
            stands = true;
        }
        if (!stands) {
            steps.add(new Step.Make(wanted));
        }
        return steps;
    }

    private static List<Step> oneForEach(List<Subscription> ours, Set<String> wanted) {
        List<Step> steps = new ArrayList<>();
        Set<String> missing = new TreeSet<>(wanted);
        for (Subscription subscription : ours) {
            if (!missing.removeAll(subscription.topics())) {
                steps.add(new Step.Remove(subscription));
            } else if (!subscription.sound()) {
                steps.add(new Step.Mend(subscription, subscription.topics()));
            }
        }
        missing.forEach(topic -> steps.add(new Step.Make(Set.of(topic))));
        return steps;
    }
}
