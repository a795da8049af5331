package io.unifiedcommerce.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginArchivesTest {

    @TempDir
    private Path directory;

    @Test
    void unpacksEachArchiveIntoItsFolder() throws IOException {
        Path archive = archive("one/lib/a.jar");
        Path pluginPath = PluginArchives.unpack(List.of(archive), directory.resolve("plugins"));
        assertThat(pluginPath.resolve("one/lib/a.jar")).hasContent("content");
    }

    @Test
    void refusesAnArchiveThatLeavesThePluginPath() throws IOException {
        Path archive = archive("../outside.jar");
        assertThatThrownBy(() -> PluginArchives.unpack(List.of(archive), directory.resolve("plugins")))
                .hasMessageContaining("../outside.jar");
        assertThat(directory.resolve("outside.jar")).doesNotExist();
    }

    private Path archive(String entry) throws IOException {
        Path file = directory.resolve("archive.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("content".getBytes());
        }
        return file;
    }
}
