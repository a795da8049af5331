package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.mapping.FolderProblems;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * What a connector can be configured with: the keys that all share, the connector's own, and those that its channel's
 * manifest declares. Stateless and free of side effects, so that a connector may answer {@code config()} and
 * {@code validate()} before it is started and on any worker.
 */
public final class ChannelDefinition {
    private final String fixedChannel;
    private final ConfigDef own;

    private ChannelDefinition(String fixedChannel, ConfigDef own) {
        this.fixedChannel = fixedChannel;
        this.own = own;
    }

    /** For a connector whose key {@code channel} chooses the platform. */
    public static ChannelDefinition ofAnyChannel(ConfigDef own) {
        return new ChannelDefinition(null, own);
    }

    /** For a connector that is made for one platform. */
    public static ChannelDefinition of(String channel, ConfigDef own) {
        return new ChannelDefinition(channel, own);
    }

    /** The keys that are known without a configuration: all of them where the channel is fixed. */
    public ConfigDef configDef() {
        return fixedChannel == null ? keys(null) : keys(api(folder(Map.of())));
    }

    /**
     * Reads a configuration.
     *
     * @throws ConfigException when a value is missing or wrong, on the first such key
     */
    public ChannelConfig parse(Map<String, String> props) {
        ChannelFolder folder = folder(props);
        ApiManifest manifest = api(folder);
        return new ChannelConfig(keys(manifest), props, folder, manifest);
    }

    /** Checks a configuration without the platform and reports every error on the key that can mend it. */
    public ChannelValidation validate(Map<String, String> props) {
        // Where the channel is fixed, only a folder of the user's own can have replaced the built-in one.
        String choice = fixedChannel == null ? ChannelKeys.CHANNEL : ChannelKeys.FOLDERS;
        try {
            ChannelFolder folder = folder(props);
            List<Problem> problems = folder.location().isPresent() ? FolderProblems.of(folder) : List.of();
            if (!problems.isEmpty()) {
                return unusable(props, ChannelKeys.FOLDERS, new ManifestException(folder.name(), problems));
            }
            ApiManifest manifest = api(folder);
            ChannelValidation validation = new ChannelValidation(keys(manifest).validateAll(props), () -> parse(props));
            OptionRules.check(manifest, props, validation);
            return validation;
        } catch (ConfigException e) {
            return unusable(props, choice, e);
        }
    }

    private ChannelValidation unusable(Map<String, String> props, String key, RuntimeException reason) {
        ChannelValidation validation = new ChannelValidation(keys(null).validateAll(props), () -> parse(props));
        validation.errorIfNone(key, reason.getMessage());
        return validation;
    }

    private ConfigDef keys(ApiManifest manifest) {
        ConfigDef def = new ConfigDef();
        if (fixedChannel == null) {
            ChannelKeys.defineChannel(def);
        }
        ChannelKeys.define(def);
        if (manifest != null) {
            OptionKeys.define(manifest, def);
        }
        own.configKeys().values().forEach(def::define);
        TransportKeys.define(def);
        return def;
    }

    private ChannelFolder folder(Map<String, String> props) {
        String channel = fixedChannel == null ? props.get(ChannelKeys.CHANNEL) : fixedChannel;
        if (channel == null) {
            throw new ConfigException(
                    "Missing required configuration \"" + ChannelKeys.CHANNEL + "\" which has no default value.");
        }
        try {
            return FolderDirectories.folders(props.get(ChannelKeys.FOLDERS)).named(channel);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(ChannelKeys.CHANNEL, channel, e.getMessage());
        }
    }

    private static ApiManifest api(ChannelFolder folder) {
        try {
            if (folder.manifest() instanceof ApiManifest manifest) {
                return manifest;
            }
        } catch (ManifestException e) {
            throw new ConfigException(ChannelKeys.CHANNEL, folder.name(), e.getMessage());
        }
        throw new ConfigException(
                ChannelKeys.CHANNEL,
                folder.name(),
                "it has no API to call; use the connector for tills or for interactions");
    }
}
