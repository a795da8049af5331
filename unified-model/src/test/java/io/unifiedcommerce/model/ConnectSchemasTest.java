package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectSchemasTest {

    private final Schema order = ConnectSchemas.of(Entity.ORDER);

    @ParameterizedTest
    @EnumSource
    void hasTheNameDocAndFieldsOfTheAvroSchema(Entity entity) {
        Schema schema = ConnectSchemas.of(entity);

        assertThat(schema.name()).isEqualTo(entity.javaType().getName());
        assertThat(schema.doc()).isEqualTo(entity.avroSchema().getDoc());
        assertThat(schema.fields().stream().map(field -> field.name()))
                .containsExactlyElementsOf(entity.avroSchema().getFields().stream()
                        .map(field -> field.name())
                        .toList());
        assertThat(entity.schemaVersion()).endsWith("-" + schema.version());
    }

    @Test
    void isOneInstanceForEachEntity() {
        assertThat(ConnectSchemas.of(Entity.ORDER)).isSameAs(order);
    }

    @Test
    void turnsLogicalTypesIntoConnectsOwn() {
        Schema amount = order.field("grand_total").schema();
        Schema instant = order.field("cancelled_at").schema();

        assertThat(amount.name()).isEqualTo(Decimal.LOGICAL_NAME);
        assertThat(amount.parameters()).containsEntry("scale", "4").containsEntry("connect.decimal.precision", "19");
        assertThat(amount.isOptional()).isFalse();
        assertThat(instant.name()).isEqualTo(Timestamp.LOGICAL_NAME);
        assertThat(instant.isOptional()).isTrue();
    }

    @Test
    void carriesDocsAndDefaults() {
        assertThat(order.field("order_number").schema().doc()).isEqualTo("Number shown to the buyer.");
        assertThat(order.field("lines").schema().defaultValue()).isEqualTo(List.of());
        assertThat(order.field("is_test").schema().defaultValue()).isEqualTo(false);
        assertThat(order.field("order_id").schema().defaultValue()).isNull();
    }

    /** Avro converters register each record by name and refuse two different ones of the same name. */
    @Test
    void describesAnOptionalRecordAsTheRecordItIs() {
        Schema billing = order.field("billing_address").schema();
        Schema shipping = order.field("shipping_address").schema();

        assertThat(billing).isEqualTo(shipping);
        assertThat(billing.isOptional()).isTrue();
        assertThat(billing.doc()).isEqualTo(Address.getClassSchema().getDoc());
    }
}
