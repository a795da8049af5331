package io.unifiedcommerce.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker of somebody else would get: judged by the archives alone. */
class DistributionIT {

    /** Libraries of which the worker has its own copy, and would ignore ours. */
    private static final List<String> PROVIDED = List.of("connect-", "kafka-", "slf4j-", "logback-", "log4j-");

    @TempDir
    private Path pluginPath;

    @ParameterizedTest
    @CsvSource({
        "transforms, transform, org.apache.kafka.connect.transforms.Transformation",
        "channel-source, source, org.apache.kafka.connect.source.SourceConnector",
        "pos-source, source, org.apache.kafka.connect.source.SourceConnector",
        "channel-sink, sink, org.apache.kafka.connect.sink.SinkConnector"
    })
    void archiveDeclaresItsPluginsAndBringsNothingOfTheWorker(String name, String component, String service)
            throws IOException {
        Path archive = unpack(name);
        JsonNode manifest =
                new ObjectMapper().readTree(archive.resolve("manifest.json").toFile());
        assertThat(manifest.path("name").asText()).isEqualTo(name);
        assertThat(manifest.path("component_types"))
                .anyMatch(type -> type.asText().equals(component));
        assertThat(Files.readString(archive.resolve("doc/README.md"))).doesNotContain("${");
        List<Path> jars = list(archive.resolve("lib"));
        assertThat(jars)
                .noneMatch(jar -> PROVIDED.stream().anyMatch(jar.getFileName().toString()::startsWith));
        List<String> plugins = new ArrayList<>();
        for (Path jar : jars) {
            plugins.addAll(declared(jar, "META-INF/services/" + service));
        }
        assertThat(plugins).isNotEmpty().allMatch(plugin -> holds(jars, plugin));
    }

    /** A converter that a library brings along would be loaded by every worker, and Debezium's cannot be. */
    @ParameterizedTest
    @ValueSource(strings = {"channel-source", "pos-source", "channel-sink"})
    void archiveBringsNoPluginsOfItsLibraries(String name) throws IOException {
        List<Path> jars = list(unpack(name).resolve("lib"));
        for (Path jar : jars) {
            assertThat(declared(jar, "META-INF/services/org.apache.kafka.connect.storage.Converter"))
                    .as(jar.getFileName().toString())
                    .isEmpty();
        }
        assertThat(jars).noneMatch(jar -> jar.getFileName().toString().startsWith("debezium-connect-plugins"));
    }

    private Path unpack(String name) throws IOException {
        List<Path> archives = Distribution.under(ProjectRoot.path()).pluginArchives().stream()
                .filter(file -> file.getFileName().toString().startsWith("unifiedcommerce-" + name + "-"))
                .toList();
        List<Path> folders = list(PluginArchives.unpack(archives, pluginPath));
        assertThat(folders).hasSize(1);
        return folders.get(0);
    }

    private static List<String> declared(Path jar, String services) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(services) == null) {
                return List.of();
            }
            String text =
                    new String(file.getInputStream(file.getEntry(services)).readAllBytes());
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static boolean holds(List<Path> jars, String className) {
        return jars.stream().anyMatch(jar -> {
            try (JarFile file = new JarFile(jar.toFile())) {
                return file.getEntry(className.replace('.', '/') + ".class") != null;
            } catch (IOException e) {
                throw new AssertionError(jar + " is not a jar", e);
            }
        });
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
