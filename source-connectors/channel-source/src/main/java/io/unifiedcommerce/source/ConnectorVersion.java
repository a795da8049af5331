package io.unifiedcommerce.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The release that the connectors belong to, as Connect selects plugins by it (KIP-891). */
final class ConnectorVersion {
    private ConnectorVersion() {}

    static String get() {
        Properties properties = new Properties();
        try (InputStream in = ConnectorVersion.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties of this jar cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
