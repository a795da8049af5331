package io.unifiedcommerce.channel.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestReferenceTest {
    private static final Path REFERENCE = Path.of("../docs/manifest.md");

    @Test
    void committedReferenceIsWhatTheRecordsSay() throws IOException {
        String reference = new ManifestReference().text();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(REFERENCE, reference);
        }

        assertThat(Files.readString(REFERENCE))
                .as("docs/manifest.md is stale: run mvn verify -Ddocs.write=true")
                .isEqualTo(reference);
    }
}
