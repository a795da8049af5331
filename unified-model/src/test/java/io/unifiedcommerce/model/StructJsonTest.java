package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class StructJsonTest {

    private final StructJson json = new StructJson();

    @Test
    void writesFieldsThatWereAddedToTheModel() {
        Schema schema = SchemaBuilder.struct()
                .field("size", Schema.INT16_SCHEMA)
                .field("share", Schema.FLOAT32_SCHEMA)
                .field("attributes", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA))
                .build();
        Struct struct =
                new Struct(schema).put("size", (short) 4).put("share", 0.5f).put("attributes", Map.of("weight", 7));

        assertThat(json.write(struct)).asString().isEqualTo("{\"size\":4,\"share\":0.5,\"attributes\":{\"weight\":7}}");
    }

    @Test
    void writesStructsOfMoreSchemasThanItRemembers() {
        for (int i = 0; i < 1_000; i++) {
            Schema schema =
                    SchemaBuilder.struct().field("f" + i, Schema.STRING_SCHEMA).build();

            assertThat(json.write(new Struct(schema).put("f" + i, "x")))
                    .asString()
                    .isEqualTo("{\"f" + i + "\":\"x\"}");
        }
    }

    @Test
    void namesTheFieldOfATypeThatTheModelHasNot() {
        Schema inner = SchemaBuilder.struct().field("raw", Schema.BYTES_SCHEMA).build();
        Struct struct = new Struct(SchemaBuilder.struct().field("inner", inner).build());

        assertThatThrownBy(() -> json.write(struct))
                .isInstanceOf(ModelException.class)
                .hasMessage("inner.raw: the model has no bytes: use text");
    }

    @Test
    void namesTheRequiredFieldThatIsNull() {
        Struct order = new Struct(ConnectSchemas.of(Entity.ORDER));

        assertThatThrownBy(() -> json.write(order))
                .isInstanceOf(ModelException.class)
                .hasMessage("envelope: required field is missing");
    }
}
