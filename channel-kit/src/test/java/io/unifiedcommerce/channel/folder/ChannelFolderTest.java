package io.unifiedcommerce.channel.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelFolderTest {
    private static final String VALID = """
            channel: acme
            kind: api
            title: Acme
            options:
              acme.token: {doc: Token., type: password}
            http: {base_url: "https://api.acme.example"}
            auth:
              - {kind: header, requires: acme.token, headers: {Authorization: "Bearer ${acme.token}"}}
            quota: {kind: none}
            streams:
              orders:
                entity: order
                mapping: mappings/order.yaml
                id: id
                read:
                  request: {path: /orders, params: {page: "${page.number}"}}
                  records: $
                  paging: {kind: number, size: 50}
                  cursor: {kind: id, field: id}
            """;

    @TempDir
    Path directory;

    @Test
    void readsAValidManifest() throws IOException {
        ApiManifest manifest = (ApiManifest) folder(VALID).manifest();

        assertThat(manifest.streams().get("orders").read().paging()).isEqualTo(new PagingSpec.PageNumber(50, 1, null));
        assertThat(manifest.auth().get(0).requires()).containsExactly("acme.token");
        assertThat(manifest.mappedStreams()).containsOnlyKeys("orders");
    }

    @Test
    void reportsEveryProblemAtOnceWithItsPathAndTheNearestKnownKey() throws IOException {
        String broken = VALID.replace("records: $", "recods: $")
                .replace("kind: number", "kind: numbr")
                .replace("requires: acme.token", "requires: acme.tokn")
                .replace("kind: none", "kind: fixed_rate, calls: many");

        assertThat(problems(broken))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "channel.yaml: streams.orders.read.recods: unknown key; did you mean 'records'?",
                        "channel.yaml: streams.orders.read.records: missing; path of the records in an answer; $ for the whole"
                                + " answer",
                        "channel.yaml: streams.orders.read.paging.kind: unknown 'numbr'; did you mean 'number'?",
                        "channel.yaml: quota.calls: expected a whole number, found 'many'",
                        "channel.yaml: quota.per: missing; length of the period");
    }

    @Test
    void checksNamesThatMustExist() throws IOException {
        String broken = VALID.replace("requires: acme.token", "requires: acme.tokn")
                .replace("entity: order", "entity: ordr")
                .replace("https://api.acme.example", "https://${acme.host}")
                .replace("mappings/order.yaml", "mappings/missing.yaml");

        assertThat(problems(broken))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "channel.yaml: auth[0].requires: unknown option 'acme.tokn'; did you mean 'acme.token'?",
                        "channel.yaml: http.base_url: unknown option 'acme.host'; known are acme.token",
                        "channel.yaml: streams.orders.entity: unknown entity 'ordr'; did you mean 'order'?",
                        "channel.yaml: streams.orders.mapping: no such file in the folder: mappings/missing.yaml");
    }

    @Test
    void saysWhereAFileIsNotYaml() throws IOException {
        assertThat(problems("channel: [acme"))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("not YAML at line ");
    }

    @Test
    void refusesAStreamThatIsNeitherReadNorContainedNorTold() throws IOException {
        String broken = VALID.substring(0, VALID.indexOf("    read:"));

        assertThat(problems(broken))
                .extracting(Problem::message)
                .containsExactly(
                        "a stream has 'read' (own requests), 'from' (inside another stream) or a topic of webhooks");
    }

    @Test
    void findsFoldersOfADirectoryByLooking() throws IOException {
        folder(VALID);
        ChannelFolders folders = new ChannelFolders(getClass().getClassLoader(), List.of(directory));

        assertThat(folders.names()).contains("acme");
        assertThat(folders.named("acme").manifest().title()).isEqualTo("Acme");
        assertThatThrownBy(() -> folders.named("acmee"))
                .hasMessageContaining("unknown channel 'acmee'; did you mean 'acme'?");
    }

    private List<Problem> problems(String manifest) throws IOException {
        ChannelFolder folder = folder(manifest);
        try {
            folder.manifest();
            return List.of();
        } catch (ManifestException e) {
            return e.problems();
        }
    }

    private ChannelFolder folder(String manifest) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("acme"));
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings/order.yaml"), "entity: order");
        Files.writeString(folder.resolve("channel.yaml"), manifest);
        return ChannelFolder.directory(folder);
    }
}
