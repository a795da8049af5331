package io.unifiedcommerce.channel.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.ManifestException;
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

    @Test
    void bringsImportedFilesInOnceEvenWhenTheyImportOneAnother() throws IOException {
        Path acme = Files.createDirectories(directory.resolve("acme"));
        Files.writeString(acme.resolve("query.graphql"), """
                #import "order.graphql"
                #import "line.graphql"
                query Q { order { ...Order } } # import nothing
                """);
        Files.writeString(acme.resolve("order.graphql"), """
                #import "line.graphql"
                fragment Order on Order { lines { ...Line } }
                """);
        Files.writeString(acme.resolve("line.graphql"), """
                #import "order.graphql"
                fragment Line on Line { id }
                """);

        assertThat(ChannelFolder.directory(acme).text("query.graphql").lines().filter(line -> !line.isEmpty()))
                .containsExactly(
                        "query Q { order { ...Order } } # import nothing",
                        "fragment Order on Order { lines { ...Line } }",
                        "fragment Line on Line { id }");
    }

    @Test
    void tellsWhichImportedFileIsMissing() throws IOException {
        Path acme = Files.createDirectories(directory.resolve("acme"));
        Files.writeString(acme.resolve("query.graphql"), "#import \"gone.graphql\"\nquery Q { id }\n");

        assertThatThrownBy(() -> ChannelFolder.directory(acme).text("query.graphql"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("gone.graphql");
    }
}
