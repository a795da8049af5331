package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ChannelDefinition;
import io.unifiedcommerce.channel.config.ContextFields;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.read.Pace;
import io.unifiedcommerce.channel.read.StartTime;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.webhook.RenewedVerifier;
import io.unifiedcommerce.channel.webhook.SubscriptionKeeper;
import io.unifiedcommerce.source.webhook.WebhookSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;

/** What a source connector is configured to do, in its own terms. */
final class SourceConfig {
    /** A platform sends over few connections; more are none of its own. */
    private static final int WEBHOOK_CONNECTIONS = 256;

    private final ChannelConfig channel;
    private final ApiManifest manifest;

    SourceConfig(ChannelConfig channel) {
        this.channel = channel;
        Pace pace = new Pace(pace(SourceKeys.POLL_LAG), pace(SourceKeys.POLL_OVERLAP), pace(SourceKeys.SCAN_INTERVAL));
        this.manifest = pace.applyTo(channel.manifest());
    }

    private Duration pace(String key) {
        Duration configured = millis(key);
        return configured.isNegative() ? null : configured;
    }

    /** @param channel the channel the connector is made for; null where it is configured */
    static ChannelDefinition definition(String channel) {
        ConfigDef own = new ConfigDef();
        SourceKeys.define(own, channel);
        WebhookKeys.define(own);
        return channel == null ? ChannelDefinition.ofAnyChannel(own) : ChannelDefinition.of(channel, own);
    }

    ChannelConfig channel() {
        return channel;
    }

    /** The channel's manifest, with its streams read at the pace that is configured. */
    ApiManifest manifest() {
        return manifest;
    }

    /** The streams whose records are emitted, in the manifest's order. */
    Set<String> streams() {
        List<String> named = channel.getList(SourceKeys.STREAMS);
        Set<String> wanted = new LinkedHashSet<>();
        manifest().streams().forEach((name, spec) -> {
            if (named.isEmpty() ? isDefault(name) : named.contains(name)) {
                wanted.add(name);
            }
        });
        return wanted;
    }

    /** A stream without an entity is raw material, read only for what is inside its records or when it is asked for. */
    private boolean isDefault(String stream) {
        Map<String, String> options = channel.options();
        StreamSpec spec = manifest().streams().get(stream);
        StreamSpec listed = manifest().streams().get(StreamPlan.rootOf(manifest(), stream));
        return spec.chosenBy(options)
                && listed.missing(options).isEmpty()
                && spec.entity() != null
                && (webhooks() || !spec.told());
    }

    StartTime startTime() {
        return StartTime.parse(channel.getString(SourceKeys.START_TIME));
    }

    /** Values that travel with each record. */
    Map<String, Object> contextFields() {
        return ContextFields.of(manifest().context(), channel.options());
    }

    Duration millis(String key) {
        return Duration.ofMillis(((Number) channel.values().get(key)).longValue());
    }

    int number(String key) {
        return channel.getInt(key);
    }

    boolean webhooks() {
        return channel.getBoolean(WebhookKeys.ENABLED);
    }

    boolean managesSubscriptions() {
        return channel.getBoolean(WebhookKeys.MANAGE);
    }

    /** Where the platform sends notifications; null when that is not configured. */
    String webhookAddress() {
        return channel.getString(WebhookKeys.PUBLIC_URL);
    }

    /** Tells genuine notifications; an {@link IllegalArgumentException} names the option that it lacks. */
    RenewedVerifier verifier(Clock clock) {
        Map<String, String> options = new HashMap<>(channel.options());
        if (webhookAddress() != null) {
            options.put(WebhookKeys.PUBLIC_URL, webhookAddress());
        }
        return new RenewedVerifier(manifest.webhooks(), options, managesSubscriptions(), clock);
    }

    /** Keeps the subscriptions of the topics that the listener has a use for; none without a listener. */
    SubscriptionKeeper subscriptions(ChannelClient client) {
        Set<String> told = webhooks() ? StreamPlan.tellingOf(manifest, streams()) : Set.of();
        return new SubscriptionKeeper(manifest.webhooks(), client, channel.options(), webhookAddress(), told::contains);
    }

    WebhookSettings webhookSettings() {
        String path = channel.getString(WebhookKeys.PATH);
        return new WebhookSettings(
                WebhookKeys.LISTENER.settings(channel, WEBHOOK_CONNECTIONS),
                path == null ? "/webhooks/" + channel.instance() : path,
                channel.getInt(WebhookKeys.MAX_BODY_BYTES),
                millis(WebhookKeys.ACK_TIMEOUT),
                channel.getInt(WebhookKeys.MAX_PENDING));
    }
}
