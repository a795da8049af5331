package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.FolderDirectories;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Offers the streams of the channel.
 *
 * @param channel the channel the connector is made for; null where it is configured
 */
record StreamNames(String channel) implements ConfigDef.Recommender {

    @Override
    public List<Object> validValues(String key, Map<String, Object> parsedConfig) {
        Object name = channel == null ? parsedConfig.get(ChannelKeys.CHANNEL) : channel;
        try {
            ChannelFolders folders = FolderDirectories.folders(parsedConfig.get(ChannelKeys.FOLDERS));
            return name != null && folders.named(name.toString()).manifest() instanceof ApiManifest manifest
                    ? List.copyOf(manifest.streams().keySet())
                    : List.of();
        } catch (IllegalArgumentException | ManifestException e) {
            // The channel's own key reports it; there is nothing to offer.
            return List.of();
        }
    }

    @Override
    public boolean visible(String key, Map<String, Object> parsedConfig) {
        return true;
    }
}
