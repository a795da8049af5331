package io.unifiedcommerce.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Struct;

/** Avro, JSON and Connect say the same about every record there can be. */
class FormsAgreeTest {

    private final StructJson structJson = new StructJson();

    @Provide
    Arbitrary<SpecificRecord> records() {
        return RandomRecords.ofAnyEntity();
    }

    @Property
    void jsonGivesTheRecordBack(@ForAll("records") SpecificRecord record) {
        assertThat((Object) JsonForm.read(JsonForm.write(record), record.getClass()))
                .isEqualTo(record);
    }

    @Property
    void avroGivesTheRecordBack(@ForAll("records") SpecificRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();

        SpecificRecord read = new SpecificDatumReader<SpecificRecord>(record.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));

        // By way of JSON: the list that Avro reads into throws when it compares records with optional amounts.
        assertThat((Object) JsonForm.read(JsonForm.write(read), record.getClass()))
                .isEqualTo(record);
    }

    @Property
    void structAndJavaTypeWriteTheSameJson(@ForAll("records") SpecificRecord record) {
        Struct struct = Structs.of(Structs.entity(record), record);

        assertThat(structJson.write(struct)).asString().isEqualTo(new String(JsonForm.write(record), UTF_8));
    }

    @Property
    void structBecomesTheJavaType(@ForAll("records") SpecificRecord record) {
        Struct struct = Structs.of(Structs.entity(record), record);

        assertThat((Object) Records.from(struct, record.getClass())).isEqualTo(record);
    }

    @Property
    void mapBecomesTheJavaType(@ForAll("records") SpecificRecord record) {
        assertThat((Object) Records.from(map(record), record.getClass())).isEqualTo(record);
    }

    private static Object map(Object value) {
        if (value instanceof SpecificRecord record) {
            Map<String, Object> map = new LinkedHashMap<>();
            record.getSchema().getFields().forEach(field -> map.put(field.name(), map(record.get(field.pos()))));
            return map;
        }
        return value instanceof List<?> list
                ? list.stream().map(FormsAgreeTest::map).toList()
                : value;
    }
}
