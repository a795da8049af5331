package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration of one connector of one channel instance; made by {@link ChannelDefinition}. */
public final class ChannelConfig extends AbstractConfig {
    private final ChannelFolder folder;
    private final ApiManifest manifest;

    ChannelConfig(ConfigDef definition, Map<String, String> props, ChannelFolder folder, ApiManifest manifest) {
        // Kafka Connect logs the configuration already; a second copy for each task tells nothing new.
        super(definition, props, false);
        this.folder = folder;
        this.manifest = manifest;
    }

    /** The channel's folder, for query and mapping files. */
    public ChannelFolder folder() {
        return folder;
    }

    public ApiManifest manifest() {
        return manifest;
    }

    /** Name of the shop, account or till group, such as {@code shop-de}. */
    public String instance() {
        return getString(ChannelKeys.INSTANCE);
    }

    /** Merchant that every record belongs to. */
    public String tenant() {
        return getString(ChannelKeys.TENANT);
    }

    /** What the names of our topics start with, without the dot. */
    public String topicPrefix() {
        return getString(ChannelKeys.TOPIC_PREFIX);
    }

    /** How the platform is reached. */
    public TransportSettings transport() {
        return TransportKeys.settings(this);
    }

    /** Whether {@code validate()} may call the platform. */
    public boolean liveCheck() {
        return getBoolean(ChannelKeys.LIVE_CHECK);
    }

    /** The manifest's options that have a value, as text, by key. Holds secrets in clear; never log it. */
    public Map<String, String> options() {
        return OptionKeys.values(manifest, this);
    }
}
