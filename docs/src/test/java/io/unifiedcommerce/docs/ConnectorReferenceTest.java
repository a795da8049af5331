package io.unifiedcommerce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectorReferenceTest {

    static Map<String, List<Plugin>> byPage() {
        return Plugin.all().stream().collect(Collectors.groupingBy(Plugin::page, TreeMap::new, Collectors.toList()));
    }

    static Iterable<String> pages() {
        return byPage().keySet();
    }

    static List<Plugin> plugins() {
        return Plugin.all();
    }

    @Test
    void everyModuleBringsPlugins() {
        assertThat(byPage())
                .containsOnlyKeys(
                        "channel-sink",
                        "channel-source",
                        "interaction-source",
                        "meta-conversions-sink",
                        "pos-source",
                        "transforms");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void committedPageIsWhatTheConfigDefsSay(String page) throws IOException {
        Path file = Path.of("connectors", page + ".md");
        String reference = ConfigReference.page(byPage().get(page));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, reference);
        }

        assertThat(Files.readString(file))
                .as("docs/%s is stale: run mvn verify -Ddocs.write=true", file)
                .isEqualTo(reference);
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void everyKeyIsDescribedForPeopleAndForms(Plugin plugin) {
        assertThat(plugin.config().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).as(key.name).isNotBlank();
            assertThat(key.group).as(key.name + " has a group").isNotBlank();
            assertThat(key.displayName).as(key.name + " has a display name").isNotBlank();
            assertThat(key.width).as(key.name + " has a width").isNotEqualTo(ConfigDef.Width.NONE);
        });
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void everySecretIsAPassword(Plugin plugin) {
        assertThat(plugin.config().configKeys().values())
                .filteredOn(key -> key.name.matches(".*(password|secret|token|salt)$"))
                .allSatisfy(key -> assertThat(key.type).as(key.name).isEqualTo(ConfigDef.Type.PASSWORD));
    }
}
