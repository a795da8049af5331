package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.http.TransportSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The keys that say how a platform is reached; the same for every connector that speaks HTTP. */
public final class TransportKeys {
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String CALL_TIMEOUT = "http.call.timeout.ms";
    static final String RETRY_TIMEOUT = "http.retry.timeout.ms";
    static final String PROXY_HOST = "http.proxy.host";
    static final String PROXY_PORT = "http.proxy.port";
    static final String TRUST_STORE = "http.ssl.truststore.location";
    static final String TRUST_STORE_PASSWORD = "http.ssl.truststore.password";

    private static final String GROUP = "Transport";

    private TransportKeys() {}

    /** Adds the keys to a definition. */
    public static void define(ConfigDef def) {
        millis(def, 1, CONNECT_TIMEOUT, 10_000, "Connect timeout", "Longest time until a connection stands.");
        millis(def, 2, READ_TIMEOUT, 30_000, "Read timeout", "Longest silence of the platform within an answer.");
        millis(def, 3, CALL_TIMEOUT, 60_000, "Call timeout", "Longest time for one request with its answer.");
        millis(
                def,
                4,
                RETRY_TIMEOUT,
                120_000,
                "Retry timeout",
                "How long one call may be retried before the task takes over and waits in longer steps; 0 for no retry.");
        def.define(
                PROXY_HOST,
                Type.STRING,
                null,
                OptionShape.HOST.validator(),
                Importance.LOW,
                "HTTP proxy on the way to the platform. Without it the worker's own proxy settings hold.",
                GROUP,
                5,
                Width.LONG,
                "Proxy host");
        def.define(
                PROXY_PORT,
                Type.INT,
                3128,
                ConfigDef.Range.between(1, 65_535),
                Importance.LOW,
                "Port of the HTTP proxy.",
                GROUP,
                6,
                Width.SHORT,
                "Proxy port");
        def.define(
                TRUST_STORE,
                Type.STRING,
                null,
                Importance.LOW,
                "PKCS12 or JKS file with the certificates to trust instead of those of the worker's Java.",
                GROUP,
                7,
                Width.LONG,
                "Trust store");
        def.define(
                TRUST_STORE_PASSWORD,
                Type.PASSWORD,
                null,
                Importance.LOW,
                "Password of the trust store.",
                GROUP,
                8,
                Width.MEDIUM,
                "Trust store password");
    }

    /** What a configuration says about the way to the platform. */
    public static TransportSettings settings(AbstractConfig config) {
        TransportSettings settings = TransportSettings.of(
                duration(config, CONNECT_TIMEOUT),
                duration(config, READ_TIMEOUT),
                duration(config, CALL_TIMEOUT),
                duration(config, RETRY_TIMEOUT));
        if (config.getString(PROXY_HOST) != null) {
            settings = settings.through(
                    InetSocketAddress.createUnresolved(config.getString(PROXY_HOST), config.getInt(PROXY_PORT)));
        }
        if (config.getString(TRUST_STORE) != null) {
            settings = settings.trusting(new TransportSettings.TrustStore(
                    Path.of(config.getString(TRUST_STORE)), config.getPassword(TRUST_STORE_PASSWORD)));
        }
        return settings;
    }

    private static Duration duration(AbstractConfig config, String key) {
        return Duration.ofMillis(config.getInt(key));
    }

    private static void millis(
            ConfigDef def, int order, String key, int byDefault, String displayName, String documentation) {
        def.define(
                key,
                Type.INT,
                byDefault,
                ConfigDef.Range.atLeast(key.equals(RETRY_TIMEOUT) ? 0 : 1),
                Importance.LOW,
                documentation,
                GROUP,
                order,
                Width.SHORT,
                displayName);
    }
}
