package io.unifiedcommerce.source;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys of the listener for a platform's notifications. */
final class WebhookKeys {
    static final String ENABLED = "webhook.enabled";
    static final String BIND_HOST = "webhook.bind.host";
    static final String PORT = "webhook.port";
    static final String PATH = "webhook.path";
    static final String MAX_BODY_BYTES = "webhook.max.body.bytes";
    static final String ACK_TIMEOUT = "webhook.ack.timeout.ms";
    static final String MAX_PENDING = "webhook.max.pending";
    static final String KEY_STORE = "webhook.ssl.keystore.location";
    static final String KEY_STORE_PASSWORD = "webhook.ssl.keystore.password";

    private static final String GROUP = "Webhooks";

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
        def.define(
                BIND_HOST,
                Type.STRING,
                "0.0.0.0",
                new ConfigDef.NonEmptyString(),
                Importance.LOW,
                "Address on which the listener accepts connections.",
                GROUP,
                2,
                Width.MEDIUM,
                "Bind address");
        def.define(
                PORT,
                Type.INT,
                8085,
                ConfigDef.Range.between(0, 65_535),
                Importance.MEDIUM,
                "Port of the listener on whichever worker runs the task; put a stable address in front of the workers.",
                GROUP,
                3,
                Width.SHORT,
                "Port");
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
        def.define(
                KEY_STORE,
                Type.STRING,
                null,
                Importance.LOW,
                "PKCS12 or JKS file with the listener's certificate and key. Without it the listener speaks plain HTTP, for a "
                        + "front that ends TLS.",
                GROUP,
                8,
                Width.LONG,
                "Key store");
        def.define(
                KEY_STORE_PASSWORD,
                Type.PASSWORD,
                null,
                Importance.LOW,
                "Password of the key store.",
                GROUP,
                9,
                Width.MEDIUM,
                "Key store password");
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
