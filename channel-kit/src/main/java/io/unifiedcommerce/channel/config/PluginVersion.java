package io.unifiedcommerce.channel.config;

/** The release that a plugin's jar belongs to, as Connect selects plugins by it (KIP-891). */
public final class PluginVersion {
    private static final String NOT_PACKAGED = "0.0.0";

    private PluginVersion() {}

    /** The version in the manifest of the class's jar; 0.0.0 for classes that are not in a jar. */
    public static String of(Class<?> plugin) {
        String version = plugin.getPackage().getImplementationVersion();
        return version == null ? NOT_PACKAGED : version;
    }
}
