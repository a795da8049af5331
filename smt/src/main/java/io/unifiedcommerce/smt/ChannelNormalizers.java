package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.mapping.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Compiles each channel's mappings once, when its first record comes. Used by one task thread. */
final class ChannelNormalizers {
    private final ChannelFolders folders;
    private final Map<String, Normalizer> byChannel = new HashMap<>();

    ChannelNormalizers(ChannelFolders folders) {
        this.folders = folders;
    }

    Normalizer of(String channel) {
        return byChannel.computeIfAbsent(channel, name -> {
            ChannelFolder folder = folders.named(name);
            return Normalizer.of(folder, folder.manifest());
        });
    }
}
