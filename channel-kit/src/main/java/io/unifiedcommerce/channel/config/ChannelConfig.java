package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.model.Entity;
import java.util.Map;
import java.util.Optional;
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

    /** How a kind of command is written; empty when the platform takes none, or an option that this needs is not set. */
    public Optional<WriteSpec> write(Entity entity) {
        return Optional.ofNullable(manifest.writes().get(entity.entityName()))
                .filter(write -> options().keySet().containsAll(write.requires()));
    }

    /** Why the channel takes no command of a kind, and what can be done about it. */
    public String refusal(Entity entity) {
        String reason = manifest.unsupported().get(entity.entityName());
        WriteSpec write = manifest.writes().get(entity.entityName());
        return manifest.title() + " takes no " + entity.entityName()
                + (write == null || write.requires().isEmpty()
                        ? ""
                        : " without " + String.join(" and ", write.requires()))
                + (reason == null ? "" : ": " + reason);
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
