package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers and writers of any two versions understand each other. Each version of each entity is kept in
 * {@code src/test/resources/schemas} as {@code <Entity>.<version>.avsc}; a released file is never edited.
 */
class SchemaHistoryTest {

    private static final Path HISTORY = Path.of("src/test/resources/schemas");

    @ParameterizedTest
    @EnumSource
    void everyVersionIsKept(Entity entity) throws IOException {
        Path file = HISTORY.resolve(entity.javaType().getSimpleName() + "." + version(entity.avroSchema()) + ".avsc");
        String schema = Snapshots.text(entity.avroSchema());
        if (Snapshots.WRITE && Files.notExists(file)) {
            Files.writeString(file, schema);
        }

        assertThat(file).as("Keep the new version: %s", Snapshots.HOW).exists();
        assertThat(Files.readString(file))
                .as(
                        "%s says something else than %s: raise @schema_version in commerce.avdl, then %s",
                        entity, file.getFileName(), Snapshots.HOW)
                .isEqualTo(schema);
    }

    @ParameterizedTest
    @EnumSource
    void everyVersionReadsEveryOther(Entity entity) {
        for (Schema one : versions(entity)) {
            for (Schema other : versions(entity)) {
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(one, other)
                                .getType())
                        .as("%s %s reading what %s wrote", entity, version(one), version(other))
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    /** Compatible in Avro's sense is not enough: Connect and JSON know no aliases and no promotions. */
    @ParameterizedTest
    @EnumSource
    void nothingWasEverRemovedRenamedOrRetyped(Entity entity) {
        for (Schema old : versions(entity)) {
            assertThat(Additions.violations(old, entity.avroSchema()))
                    .as("%s since version %s", entity, version(old))
                    .isEmpty();
        }
    }

    private static List<Schema> versions(Entity entity) {
        String prefix = entity.javaType().getSimpleName() + ".";
        try (Stream<Path> files = Files.list(HISTORY)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .map(SchemaHistoryTest::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String version(Schema schema) {
        return schema.getProp("schema_version");
    }
}
