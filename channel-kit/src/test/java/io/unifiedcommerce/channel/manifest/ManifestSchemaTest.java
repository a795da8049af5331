package io.unifiedcommerce.channel.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestSchemaTest {
    private static final Path COMMITTED = Path.of("../docs/channel.schema.json");
    private static final Path SHOP = Path.of("../channels/bigcommerce/channel.yaml");
    private static final Path TILL = Path.of("../channels/unicenta-opos/channel.yaml");

    /** Made once: it takes a while. */
    private static final SchemaFile SCHEMA = new SchemaFile(new ManifestSchema().schema());

    static List<Path> manifests() throws IOException {
        return SchemaFile.committed("", "channel.yaml");
    }

    @Test
    void theCommittedSchemaIsWhatTheRecordsSay() throws IOException {
        String text = SchemaFile.print(new ManifestSchema().schema());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(COMMITTED, text);
        }

        assertThat(Files.readString(COMMITTED))
                .as("docs/channel.schema.json is stale: run mvn verify -Ddocs.write=true")
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyCommittedManifestFits(Path manifest) throws IOException {
        assertThat(SCHEMA.faults(Files.readString(manifest))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            records: $                    | recods: $                       | recods
            kind: keyset                  | kind: keyst                     | paging
            size: 250                     | size: many                      | paging
            entity: order                 | entity: ordr                    | entity
            overlap: PT5M                 | overlap: 5 minutes              | overlap
            reset_unit: milliseconds      | reset_unit: weeks               | reset_unit
            type: password                | type: secret                    | type
            title: BigCommerce            | name: BigCommerce               | title
            headers: {X-Auth-Token        | tokn: x~    headers: {X-Auth  | tokn
            weight: 5                     | weight: [5]                     | weight
            """)
    void aMistakeIsUnderlined(String right, String wrong, String place) throws IOException {
        String text = Files.readString(SHOP);
        String mistaken = text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong.replace('~', '\n')));

        assertThat(mistaken).isNotEqualTo(text);
        assertThat(SCHEMA.faults(mistaken))
                .isNotEmpty()
                .anySatisfy(fault -> assertThat(fault).contains(place));
    }

    @Test
    void aTillsManifestIsHeldToItsOwnKeys() throws IOException {
        String text = Files.readString(TILL);

        assertThat(SCHEMA.faults(text.replaceFirst("tables:", "table:")))
                .anySatisfy(fault -> assertThat(fault).contains("tables"));
        assertThat(SCHEMA.faults(text + "\nhttp: {base_url: x}\n"))
                .anySatisfy(fault -> assertThat(fault).contains("http"));
    }
}
