package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaReferenceTest {

    private static final Path REFERENCE = Path.of("../docs/unified-schema.md");

    @Test
    void committedReferenceIsWhatTheSchemaSays() throws IOException {
        String reference = new SchemaReference().text();
        if (Snapshots.WRITE) {
            Files.writeString(REFERENCE, reference);
        }

        assertThat(Files.readString(REFERENCE))
                .as("docs/unified-schema.md is stale: %s", Snapshots.HOW)
                .isEqualTo(reference);
    }
}
