package io.unifiedcommerce.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/**
 * The Connect schemas of the entities, derived once from the Avro schemas: same names, docs, defaults and optional
 * fields; the version is the minor number of {@code schema_version}, because the major one is part of the topic's name.
 */
public final class ConnectSchemas {

    /** Read by Avro converters, which would else declare 64 digits. */
    private static final String PRECISION_PARAMETER = "connect.decimal.precision";

    private static final Map<Entity, Schema> SCHEMAS = derive();

    private ConnectSchemas() {}

    /** Always the same instance, so that Structs compare their schemas by identity. */
    public static Schema of(Entity entity) {
        return SCHEMAS.get(entity);
    }

    private static Map<Entity, Schema> derive() {
        Map<Entity, Schema> schemas = new EnumMap<>(Entity.class);
        Arrays.stream(Entity.values())
                .forEach(entity ->
                        schemas.put(entity, struct(entity.avroSchema()).build()));
        return Collections.unmodifiableMap(schemas);
    }

    private static SchemaBuilder struct(org.apache.avro.Schema avro) {
        SchemaBuilder struct = SchemaBuilder.struct().name(avro.getFullName()).doc(avro.getDoc());
        String version = avro.getProp("schema_version");
        if (version != null) {
            struct.version(Integer.valueOf(version.substring(version.indexOf('-') + 1)));
        }
        avro.getFields().forEach(field -> struct.field(field.name(), field(field)));
        return struct;
    }

    private static Schema field(org.apache.avro.Schema.Field field) {
        FieldType type = FieldType.of(field.schema());
        SchemaBuilder schema = builder(type);
        if (type.kind() != FieldType.Kind.RECORD) {
            // A record keeps its own doc: an Avro converter refuses one name with two definitions.
            schema.doc(field.doc());
        }
        if (type.optional()) {
            schema.optional();
        } else if (field.hasDefaultValue()) {
            schema.defaultValue(type.defaultValue(field));
        }
        return schema.build();
    }

    private static SchemaBuilder builder(FieldType type) {
        return switch (type.kind()) {
            case STRING -> SchemaBuilder.string();
            case LONG -> SchemaBuilder.int64();
            case DOUBLE -> SchemaBuilder.float64();
            case BOOLEAN -> SchemaBuilder.bool();
            case AMOUNT ->
                Decimal.builder(Amounts.SCALE).parameter(PRECISION_PARAMETER, String.valueOf(Amounts.PRECISION));
            case INSTANT -> Timestamp.builder();
            case RECORD -> struct(type.schema());
            case ARRAY -> SchemaBuilder.array(builder(type.element()).build());
            case MAP ->
                SchemaBuilder.map(Schema.STRING_SCHEMA, builder(type.element()).build());
        };
    }
}
