package io.unifiedcommerce.source;

import io.unifiedcommerce.sourcekit.ListenerKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys of the listener for a platform's notifications. */
final class WebhookKeys {
    static final String ENABLED = "webhook.enabled";
    static final String MANAGE = "webhook.manage";
    static final String PUBLIC_URL = "webhook.public.url";
    static final String MANAGE_INTERVAL = "webhook.manage.interval.ms";
    static final String PATH = "webhook.path";
    static final String MAX_BODY_BYTES = "webhook.max.body.bytes";
    static final String ACK_TIMEOUT = "webhook.ack.timeout.ms";
    static final String MAX_PENDING = "webhook.max.pending";

    private static final String GROUP = "Webhooks";

    /** Address and certificate. */
    static final ListenerKeys LISTENER = new ListenerKeys("webhook.", GROUP);

    private WebhookKeys() {}

    static void define(ConfigDef def) {
        def.define(
                ENABLED,
                Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether one task listens for the platform's webhooks. Polling goes on, for webhooks get lost. Exactly-once "
                        + "delivery is not possible then.",
                GROUP,
                1,
                Width.SHORT,
                "Webhooks");
        LISTENER.defineAddress(def, 2, 8085);
        def.define(
                PATH,
                Type.STRING,
                null,
                ConfigDef.LambdaValidator.with(WebhookKeys::ensurePath, () -> "a path that begins with a slash"),
                Importance.LOW,
                "Path that webhooks are sent to. By default /webhooks/ and the channel instance.",
                GROUP,
                4,
                Width.MEDIUM,
                "Path");
        number(
                def,
                5,
                MAX_BODY_BYTES,
                1 << 20,
                "Longest body",
                "Largest accepted webhook in bytes; a larger one gets 413.");
        number(
                def,
                6,
                ACK_TIMEOUT,
                4_000,
                "Acknowledgement timeout",
                "How long a webhook waits until Kafka has the record it tells of. Then it gets 503, and the platform delivers "
                        + "it again. Stay below the platform's own time-out (Shopify: 5 s).");
        number(
                def,
                7,
                MAX_PENDING,
                1_000,
                "Open webhooks",
                "Most webhooks that wait at once; further ones get 503, and the platform delivers them again.");
        LISTENER.defineTls(def, 8);
        defineManaged(def);
    }

    private static void defineManaged(ConfigDef def) {
        def.define(
                PUBLIC_URL,
                Type.STRING,
                null,
                ConfigDef.LambdaValidator.with(
                        WebhookKeys::ensurePublic, () -> "an https address with a path and nothing behind it"),
                Importance.MEDIUM,
                "Address under which the platform reaches the listener, such as https://hooks.example.com/webhooks/shop-de. "
                        + "It belongs to this connector alone.",
                GROUP,
                10,
                Width.LONG,
                "Public address");
        def.define(
                MANAGE,
                Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether the connector itself sees to the platform's subscriptions that send to webhook.public.url: it makes "
                        + "those that are missing, mends those that were switched off or changed, and removes those that no "
                        + "stream needs. It touches none that sends elsewhere. With webhook.enabled=false it removes all of its "
                        + "own; do that before you delete the connector.",
                GROUP,
                11,
                Width.SHORT,
                "Manage subscriptions");
        number(
                def,
                12,
                MANAGE_INTERVAL,
                3_600_000,
                "Management interval",
                "Pause between two looks at the subscriptions.");
    }

    /** Compared with what the platform shows, so it must be written as every platform writes it. */
    private static void ensurePublic(String key, Object value) {
        if (value == null) {
            return;
        }
        String text = value.toString();
        boolean local = text.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/[A-Za-z0-9._~/-]+");
        if (!local && !text.matches("https://[a-z0-9.-]+(:\\d+)?/[A-Za-z0-9._~/-]+")) {
            throw new ConfigException(
                    key,
                    value,
                    "platforms deliver by https only; write the host in lower case, a path, and nothing behind it");
        }
    }

    private static void number(
            ConfigDef def, int order, String key, int byDefault, String displayName, String documentation) {
        def.define(
                key,
                Type.INT,
                byDefault,
                ConfigDef.Range.atLeast(1),
                Importance.LOW,
                documentation,
                GROUP,
                order,
                Width.SHORT,
                displayName);
    }

    private static void ensurePath(String key, Object value) {
        if (value != null && !value.toString().matches("/[A-Za-z0-9._~/-]*")) {
            throw new ConfigException(key, value, "begin with a slash and use letters, digits and . _ ~ - only");
        }
    }
}
