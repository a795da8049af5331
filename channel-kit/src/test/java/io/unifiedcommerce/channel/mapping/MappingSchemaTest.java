package io.unifiedcommerce.channel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.SchemaFile;
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

class MappingSchemaTest {
    private static final Path COMMITTED = Path.of("../docs/mapping.schema.json");
    private static final Path ORDER = Path.of("../channels/bigcommerce/mappings/order.yaml");

    /** Made once: it takes a while. */
    private static final SchemaFile SCHEMA = new SchemaFile(new MappingSchema().schema());

    static List<Path> mappings() throws IOException {
        return SchemaFile.committed("mappings", ".yaml");
    }

    @Test
    void theCommittedSchemaIsWhatTheCompilerKnows() throws IOException {
        String text = SchemaFile.print(new MappingSchema().schema());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(COMMITTED, text);
        }

        assertThat(Files.readString(COMMITTED))
                .as("docs/mapping.schema.json is stale: run mvn verify -Ddocs.write=true")
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyCommittedMappingFits(Path mapping) throws IOException {
        assertThat(SCHEMA.faults(Files.readString(mapping))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entity: order            | entity: ordr                  | entity
            order_number: id         | order_nmber: id               | order_nmber
            source_version: {instant | sorce_version: {instant       | source_version
            format: rfc2822          | format: rfc822                | source_version
            lookup: status_id        | lookp: status_id              | status
            {ne: [status_id, 0]}     | {neq: [status_id, 0]}         | neq
            unit_price: price_inc_tax| unit_prise: price_inc_tax     | lines
            city: billing_address    | town: billing_address         | billing_address
            """)
    void aMistakeIsUnderlined(String right, String wrong, String place) throws IOException {
        String text = Files.readString(ORDER);
        String mistaken = text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThat(mistaken).isNotEqualTo(text);
        assertThat(SCHEMA.faults(mistaken))
                .isNotEmpty()
                .anySatisfy(fault -> assertThat(fault).contains(place));
    }
}
