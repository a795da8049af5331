package io.unifiedcommerce.channel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderProblemsTest {
    private static final String LOCATION = """
            entity: location
            envelope: {entity_id: id, source_version: {instant: at}, occurred_at: {instant: at}}
            fields: {location_id: id, name: name}
            """;

    private static final String MANIFEST = """
            channel: acme
            kind: api
            title: Acme
            http: {base_url: "https://api.acme.example"}
            auth: {kind: none}
            quota: {kind: none}
            streams:
              sites: {entity: location, mapping: mappings/site.yaml, id: id, read: {request: {path: /s}, records: $, paging: {kind: single}, cursor: {kind: scan}}}
              depots: {entity: location, mapping: mappings/depot.yaml, id: id, read: {request: {path: /d}, records: $, paging: {kind: single}, cursor: {kind: scan}}}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeFolder() throws IOException {
        write("channel.yaml", MANIFEST);
        write("mappings/site.yaml", LOCATION);
        write("mappings/depot.yaml", LOCATION);
    }

    @Test
    void aSoundFolderHasNone() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void theFaultsOfAllMappingsAreToldAtOnce() throws IOException {
        write("mappings/site.yaml", LOCATION.replace("name: name", "nam: name"));
        write("mappings/depot.yaml", LOCATION.replace("instant: at", "instnt: at"));

        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem).startsWith("mappings/site.yaml: fields.nam: unknown field"))
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("mappings/depot.yaml: envelope.occurred_at: unknown operator 'instnt'; did you mean"
                                + " 'instant'?"));
    }

    @Test
    void aBrokenManifestDoesNotHideTheFaultsOfMappings() throws IOException {
        write("channel.yaml", MANIFEST.replace("quota:", "qota:"));
        write("mappings/site.yaml", LOCATION.replace("name: name", "nam: name"));
        write("mappings/depot.yaml", LOCATION.replace("entity: location", "entity: locaton"));

        assertThat(problems())
                .contains("channel.yaml: qota: unknown key; did you mean 'quota'?")
                .anySatisfy(problem -> assertThat(problem).startsWith("mappings/site.yaml: fields.nam"))
                .contains("mappings/depot.yaml: entity: unknown entity 'locaton'; did you mean 'location'?");
    }

    private List<String> problems() {
        return FolderProblems.of(ChannelFolder.directory(directory.resolve("acme"))).stream()
                .map(Problem::toString)
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve("acme").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
