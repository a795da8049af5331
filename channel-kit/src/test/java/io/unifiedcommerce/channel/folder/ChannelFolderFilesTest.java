package io.unifiedcommerce.channel.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelFolderFilesTest {
    private static final List<String> FILES =
            List.of("channel.yaml", "samples/orders/a.page.json", "samples/orders/a.expected.json", "mappings/a.yaml");

    @TempDir
    Path directory;

    @Test
    void listsFilesOfADirectory() throws IOException {
        Path acme = directory.resolve("acme");
        for (String file : FILES) {
            Files.createDirectories(acme.resolve(file).getParent());
            Files.writeString(acme.resolve(file), file);
        }

        ChannelFolder folder = ChannelFolder.directory(acme);

        assertThat(folder.files("samples"))
                .containsExactly("samples/orders/a.expected.json", "samples/orders/a.page.json");
        assertThat(folder.files("queries")).isEmpty();
        assertThat(folder.location()).contains(acme);
    }

    @Test
    void listsFilesOfAJar() throws IOException {
        Path jar = directory.resolve("acme channel.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : FILES) {
                out.putNextEntry(new JarEntry("channels/acme/" + file));
                out.write(file.getBytes());
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            ChannelFolder folder = ChannelFolder.onClassPath("acme", loader);

            assertThat(folder.files("samples"))
                    .containsExactly("samples/orders/a.expected.json", "samples/orders/a.page.json");
            assertThat(folder.files("queries")).isEmpty();
            assertThat(folder.find("mappings/a.yaml")).contains("mappings/a.yaml");
            assertThat(folder.location()).isEmpty();
        }
    }
}
