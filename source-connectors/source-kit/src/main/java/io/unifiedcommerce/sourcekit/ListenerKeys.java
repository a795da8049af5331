package io.unifiedcommerce.sourcekit;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * The configuration keys of a listener's address and certificate.
 *
 * @param prefix what the keys start with, with its dot
 * @param group group in the reference
 */
public record ListenerKeys(String prefix, String group) {

    public String bindHost() {
        return prefix + "bind.host";
    }

    public String port() {
        return prefix + "port";
    }

    public String keyStore() {
        return prefix + "ssl.keystore.location";
    }

    public String keyStorePassword() {
        return prefix + "ssl.keystore.password";
    }

    /** Adds address and port, at two places of the group from {@code order} on. */
    public void defineAddress(ConfigDef def, int order, int defaultPort) {
        def.define(
                bindHost(),
                Type.STRING,
                "0.0.0.0",
                new ConfigDef.NonEmptyString(),
                Importance.LOW,
                "Address on which the listener accepts connections.",
                group,
                order,
                Width.MEDIUM,
                "Bind address");
        def.define(
                port(),
                Type.INT,
                defaultPort,
                ConfigDef.Range.between(0, 65_535),
                Importance.MEDIUM,
                "Port of the listener on whichever worker runs the task; put a stable address in front of the workers.",
                group,
                order + 1,
                Width.SHORT,
                "Port");
    }

    /** Adds the key store and its password, at two places of the group from {@code order} on. */
    public void defineTls(ConfigDef def, int order) {
        def.define(
                keyStore(),
                Type.STRING,
                null,
                Importance.LOW,
                "PKCS12 or JKS file with the listener's certificate and key. Without it the listener speaks plain HTTP, for a "
                        + "front that ends TLS.",
                group,
                order,
                Width.LONG,
                "Key store");
        def.define(
                keyStorePassword(),
                Type.PASSWORD,
                null,
                Importance.LOW,
                "Password of the key store.",
                group,
                order + 1,
                Width.MEDIUM,
                "Key store password");
    }

    /** What a configuration says of them. */
    public ListenerSettings settings(AbstractConfig config, int connections) {
        return new ListenerSettings(
                config.getString(bindHost()),
                config.getInt(port()),
                connections,
                config.getString(keyStore()),
                config.getPassword(keyStorePassword()));
    }
}
