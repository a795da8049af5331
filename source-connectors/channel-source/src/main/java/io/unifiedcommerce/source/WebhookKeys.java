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
