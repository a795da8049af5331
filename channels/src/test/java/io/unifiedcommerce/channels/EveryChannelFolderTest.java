package io.unifiedcommerce.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.mapping.Normalizer;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for each folder beside this module's pom, found by looking. */
class EveryChannelFolderTest {

    static SortedSet<String> channels() {
        return ChannelFolders.builtIn().names();
    }

    @Test
    void channelsAreFound() {
        assertThat(channels()).contains("bigcommerce", "shopify");
    }

    @ParameterizedTest
    @MethodSource("channels")
    void manifestAndMappingsCompile(String channel) {
        ChannelFolder folder = ChannelFolders.builtIn().named(channel);
        ChannelManifest manifest = folder.manifest();

        assertThat(Normalizer.of(folder, manifest).plans())
                .containsOnlyKeys(manifest.mappedStreams().keySet());
    }
}
