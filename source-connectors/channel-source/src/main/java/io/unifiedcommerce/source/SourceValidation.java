package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelDefinition;
import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.ChannelValidation;
import io.unifiedcommerce.channel.config.CredentialCheck;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.read.StreamPlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.Config;

/** Checks a configuration as far as no platform is needed, and then, if that found nothing, with the platform. */
final class SourceValidation {
    private static final String EXACTLY_ONCE = "exactly.once.support";
    private static final String NORMALIZER = "NormalizeCommerceEvent";

    private final ChannelDefinition definition;
    private final CredentialCheck check;

    SourceValidation(ChannelDefinition definition, CredentialCheck check) {
        this.definition = definition;
        this.check = check;
    }

    Config validate(Map<String, String> props) {
        ChannelValidation validation = definition.validate(props);
        exactlyOnce(props, validation);
        validation.config().map(SourceConfig::new).ifPresent(config -> {
            streams(config, validation);
            webhooks(config, validation);
            normalizers(config, props, validation);
        });
        validation.config().map(SourceConfig::new).ifPresent(config -> {
            Collection<String> scopes = new TreeSet<>();
            config.streams().forEach(stream -> scopes.addAll(scopes(config, stream)));
            List<CredentialCheck.Trial> trials = new ArrayList<>();
            if (config.managesSubscriptions()) {
                scopes.addAll(config.manifest().webhooks().subscriptions().scopes());
                trials.add(new CredentialCheck.Trial(
                        WebhookKeys.MANAGE,
                        client -> config.subscriptions(client).look()));
            }
            check.run(config.channel(), config.streams(), scopes, trials, validation);
        });
        return validation.result();
    }

    private static void exactlyOnce(Map<String, String> props, ChannelValidation validation) {
        if (ChannelSourceConnector.listens(props) && "required".equalsIgnoreCase(props.get(EXACTLY_ONCE))) {
            validation.error(
                    EXACTLY_ONCE,
                    "With " + WebhookKeys.ENABLED
                            + "=true delivery is at least once: a platform's delivery and Kafka's "
                            + "transaction cannot be committed together. Set it to requested, or turn the webhooks off.");
        }
    }

    private static void streams(SourceConfig config, ChannelValidation validation) {
        Collection<String> known = config.manifest().streams().keySet();
        for (String stream : config.channel().getList(SourceKeys.STREAMS)) {
            if (!known.contains(stream)) {
                validation.error(
                        SourceKeys.STREAMS, "Unknown stream '" + stream + "'; " + NearestName.hint(stream, known));
            }
        }
        config.streams()
                .forEach(stream -> missing(config, stream)
                        .forEach(option ->
                                validation.error(option, "The stream '" + stream + "' cannot be read without it.")));
        config.streams().stream()
                .filter(stream -> config.manifest().streams().get(stream).told() && !config.webhooks())
                .forEach(stream -> validation.error(
                        WebhookKeys.ENABLED, "The stream '" + stream + "' is told by webhooks only; set it to true."));
        if (config.streams().isEmpty()) {
            validation.error(SourceKeys.STREAMS, "The channel reads no stream unless it is named here.");
        }
    }

    /** What a listing cannot do without, what is inside its records cannot do without either. */
    private static Collection<String> missing(SourceConfig config, String stream) {
        Map<String, String> options = config.channel().options();
        Collection<String> missing =
                new TreeSet<>(config.manifest().streams().get(stream).missing(options));
        String root = StreamPlan.rootOf(config.manifest(), stream);
        missing.addAll(config.manifest().streams().get(root).missing(options));
        return missing;
    }

    private static void webhooks(SourceConfig config, ChannelValidation validation) {
        if (config.managesSubscriptions()) {
            managed(config, validation);
        }
        if (!config.webhooks()) {
            return;
        }
        if (config.manifest().webhooks() == null) {
            validation.error(
                    WebhookKeys.ENABLED,
                    "The channel has no webhooks" + reason(config, "webhooks") + " Set it to false.");
            return;
        }
        try {
            config.verifier(Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            validation.error(WebhookKeys.ENABLED, e.getMessage());
        }
    }

    /** A transform that does not find the channel's folder would fail the task at its first record. */
    private static void normalizers(SourceConfig config, Map<String, String> props, ChannelValidation validation) {
        if (config.channel().folder().location().isEmpty()) {
            return;
        }
        List<String> directories = config.channel().getList(ChannelKeys.FOLDERS);
        for (String alias : props.getOrDefault("transforms", "").split("\\s*,\\s*")) {
            String key = "transforms." + alias.strip() + ".";
            List<String> known = List.of(
                    props.getOrDefault(key + ChannelKeys.FOLDERS, "").strip().split("\\s*,\\s*"));
            if (props.getOrDefault(key + "type", "").endsWith(NORMALIZER) && !known.containsAll(directories)) {
                validation.error(
                        ChannelKeys.FOLDERS,
                        "The transform does not know the channel's folder: set " + key + ChannelKeys.FOLDERS + " to "
                                + String.join(",", directories));
            }
        }
    }

    private static void managed(SourceConfig config, ChannelValidation validation) {
        WebhookSpec webhooks = config.manifest().webhooks();
        if (webhooks == null || webhooks.subscriptions() == null) {
            String what = webhooks == null ? "webhooks" : "webhook_subscriptions";
            validation.error(
                    WebhookKeys.MANAGE,
                    "The channel's subscriptions cannot be managed" + reason(config, what) + " Set it to false.");
        } else if (config.webhookAddress() == null) {
            validation.error(
                    WebhookKeys.PUBLIC_URL,
                    "Subscriptions need the address that they send to; by it " + WebhookKeys.MANAGE
                            + "=true knows its own.");
        }
    }

    private static String reason(SourceConfig config, String what) {
        String reason = config.manifest().unsupported().get(what);
        return reason == null ? "." : ": " + reason;
    }

    /** Scopes are declared where a listing is; what is inside its records needs them too. */
    private static Collection<String> scopes(SourceConfig config, String stream) {
        Collection<String> scopes =
                new TreeSet<>(config.manifest().streams().get(stream).scopes());
        String root = StreamPlan.rootOf(config.manifest(), stream);
        scopes.addAll(config.manifest().streams().get(root).scopes());
        return scopes;
    }
}
