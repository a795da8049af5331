package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.SubscriptionSpec;
import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.webhook.SubscriptionPlan.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sees to it that the platform tells one address of all wanted topics and of nothing else: makes the subscriptions that are
 * missing, mends those that were switched off or changed, and removes those whose topics nobody wants. A subscription that
 * sends elsewhere is never touched. Used by one thread.
 */
public final class SubscriptionKeeper {
    private final SubscriptionSpec spec;
    private final Subscriptions subscriptions;
    private final Set<String> wanted;

    /**
     * What a round did.
     *
     * @param standing topics that the platform tells us now
     * @param made subscriptions that were missing
     * @param mended subscriptions that were switched off or changed
     * @param removed subscriptions that nobody wants
     * @param keys by which the platform signs, where it makes them itself
     * @param failure the first failure; null when there was none
     */
    public record Round(int standing, int made, int mended, int removed, List<String> keys, ChannelException failure) {
        /** Whether anything was not as it should be. */
        public boolean changed() {
            return made + mended + removed > 0;
        }

        /** Not the record's own: keys are secrets. */
        @Override
        public String toString() {
            return made + " made, " + mended + " mended, " + removed + " removed, " + standing + " topics told";
        }
    }

    /**
     * @param options option values by configuration key
     * @param address where notifications are to go; compared letter by letter with what the platform has
     * @param streams the streams whose topics are wanted
     * @throws IllegalArgumentException when a path in the manifest is not one
     */
    public SubscriptionKeeper(
            WebhookSpec webhooks,
            ChannelClient client,
            Map<String, String> options,
            String address,
            Predicate<String> streams) {
        this.spec = webhooks.subscriptions();
        this.subscriptions = new Subscriptions(spec, client, options, address);
        this.wanted = webhooks.topics().entrySet().stream()
                .filter(entry -> entry.getValue().subscribed() && streams.test(entry.getValue().stream()))
                .map(entry -> named(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String named(String topic) {
        return spec.names() == SubscriptionSpec.Names.AS_DELIVERED
                ? topic
                : topic.replace('/', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * Whether the platform lets us see our subscriptions; changes nothing.
     *
     * @throws ChannelException when it does not
     */
    public void look() {
        subscriptions.ours();
    }

    /**
     * Does one round. What the platform refuses does not keep the rest from being done; what else fails ends the round, and the
     * next one goes on.
     *
     * @throws ChannelException when the subscriptions cannot be listed now
     */
    public Round keep() {
        List<Subscription> ours = subscriptions.ours();
        Progress progress = new Progress(SubscriptionPlan.steps(ours, wanted, spec.together()));
        List<String> keys = List.of();
        try {
            progress.takeSteps();
            keys = keys(progress.changes() == 0 ? ours : subscriptions.ours());
        } catch (ChannelException.Closed closed) {
            throw closed;
        } catch (ChannelException failed) {
            progress.failed(failed);
        }
        return new Round(
                wanted.size() - progress.untold,
                progress.made,
                progress.mended,
                progress.removed,
                keys,
                progress.failure);
    }

    private List<String> keys(List<Subscription> ours) {
        return spec.key() == null
                ? List.of()
                : ours.stream().map(subscriptions::key).toList();
    }

    private final class Progress {
        private final List<Step> steps;
        private int made;
        private int mended;
        private int removed;
        private int untold;
        private ChannelException failure;

        private Progress(List<Step> steps) {
            this.steps = steps;
            this.untold = steps.stream().mapToInt(Progress::topics).sum();
        }

        private void takeSteps() {
            for (Step step : steps) {
                try {
                    take(step);
                    untold -= topics(step);
                } catch (ChannelException.Rejected | ChannelException.Forbidden refused) {
                    failed(refused);
                }
            }
        }

        private void take(Step step) {
            if (step instanceof Step.Make make) {
                subscriptions.make(make.topics());
                made++;
            } else if (step instanceof Step.Mend mend) {
                subscriptions.mend(mend.subscription(), mend.topics());
                mended++;
            } else if (step instanceof Step.Remove remove) {
                subscriptions.remove(remove.subscription());
                removed++;
            }
        }

        private static int topics(Step step) {
            if (step instanceof Step.Make make) {
                return make.topics().size();
            }
            return step instanceof Step.Mend mend ? mend.topics().size() : 0;
        }

        private void failed(ChannelException cause) {
            failure = failure == null ? cause : failure;
        }

        private int changes() {
            return made + mended + removed;
        }
    }
}
