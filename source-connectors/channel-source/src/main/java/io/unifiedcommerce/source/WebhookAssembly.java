package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Rereader;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.webhook.RenewedVerifier;
import io.unifiedcommerce.channel.webhook.WebhookReader;
import io.unifiedcommerce.source.webhook.WebhookInbox;
import io.unifiedcommerce.source.webhook.WebhookMeter;
import io.unifiedcommerce.source.webhook.WebhookServer;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.Incident;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** Puts together what a task does with webhooks: it listens to them, and looks after the subscriptions that bring them. */
final class WebhookAssembly {
    private final SourceConfig config;
    private final TaskParts parts;
    private final ReadContext reading;
    private final Acknowledgements acknowledgements;
    private final TaskMetrics metrics;
    private final BiFunction<String, StreamMeter, Incident> incidents;
    private final RenewedVerifier verifier;
    private BooleanSupplier ready = () -> true;

    /** @param incidents makes the incident of a piece of work, for its meter to watch */
    WebhookAssembly(
            SourceConfig config,
            TaskParts parts,
            ReadContext reading,
            Acknowledgements acknowledgements,
            TaskMetrics metrics,
            BiFunction<String, StreamMeter, Incident> incidents) {
        this.config = config;
        this.parts = parts;
        this.reading = reading;
        this.acknowledgements = acknowledgements;
        this.metrics = metrics;
        this.incidents = incidents;
        this.verifier = config.webhooks() ? config.verifier(parts.clock()) : null;
    }

    /** @param name what the listener's threads are called after */
    ReadLoop listening(String name, ReadLoop loop) {
        Set<String> wanted = config.streams();
        Map<String, Rereader> rereaders = new HashMap<>();
        Set<String> told = StreamPlan.tellingOf(config.manifest(), wanted);
        told.stream()
                .filter(stream -> config.manifest().streams().get(stream).reread() != null)
                .forEach(stream -> rereaders.put(stream, new Rereader(config.manifest(), stream, wanted, reading)));
        WebhookInbox inbox = new WebhookInbox();
        WebhookMeter webhookMeter = new WebhookMeter();
        show(webhookMeter);
        WebhookServer server = new WebhookServer(
                name,
                config.webhookSettings(),
                verifier,
                new WebhookReader(config.manifest().webhooks()),
                told::contains,
                inbox,
                webhookMeter);
        ready = server::isStarted;
        StreamMeter meter = new StreamMeter(parts.clock());
        metrics.stream(SourcePartitions.WEBHOOKS, meter);
        loop.add(new ListenerWork(server, incidents.apply("The webhook listener", meter), meter));
        loop.add(new HintWork(
                parts,
                config.manifest(),
                inbox,
                rereaders::get,
                acknowledgements,
                new SourcePartitions(config.channel()).of(SourcePartitions.WEBHOOKS, null),
                incidents.apply("Reading what webhooks tell of", meter),
                meter));
        return loop;
    }

    ReadLoop managing(ReadLoop loop) {
        StreamMeter meter = new StreamMeter(parts.clock());
        SubscriptionMeter counts = new SubscriptionMeter();
        show(counts, meter);
        loop.add(new SubscriptionWork(
                config.subscriptions(reading.client()),
                ready,
                keys -> {
                    if (verifier != null) {
                        verifier.renew(keys);
                    }
                },
                counts,
                config.millis(WebhookKeys.MANAGE_INTERVAL),
                parts.clock(),
                incidents.apply("Managing the webhook subscriptions", meter),
                meter));
        return loop;
    }

    private void show(WebhookMeter meter) {
        metrics.webhooks("stored-total", "Webhooks answered 200: Kafka has the record.", meter::stored);
        metrics.webhooks("refused-total", "Webhooks answered 401: not genuine.", meter::refused);
        metrics.webhooks("ignored-total", "Webhooks answered 202: nobody asked for the topic.", meter::ignored);
        metrics.webhooks("unreadable-total", "Webhooks answered 202: not as the manifest says.", meter::unreadable);
        metrics.webhooks("postponed-total", "Webhooks answered 503: to be delivered again.", meter::postponed);
        metrics.webhooks("open", "Webhooks that wait for their answer.", meter::open);
    }

    private void show(SubscriptionMeter counts, StreamMeter meter) {
        metrics.webhooks("subscribed-topics", "Topics that the platform tells us of.", counts::standing);
        metrics.webhooks("subscriptions-made-total", "Subscriptions that were missing.", counts::made);
        metrics.webhooks(
                "subscriptions-mended-total", "Subscriptions that were switched off or changed.", counts::mended);
        metrics.webhooks("subscriptions-removed-total", "Subscriptions that nobody needed.", counts::removed);
        metrics.webhooks("subscription-errors-total", "Failed attempts to manage subscriptions.", meter::errors);
        metrics.webhooks(
                "subscription-failing-ms",
                "How long managing has been failing; 0 while it works.",
                meter::failingMillis);
    }
}
