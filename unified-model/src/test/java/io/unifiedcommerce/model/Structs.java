package io.unifiedcommerce.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** The same record once more, as Connect has it. */
final class Structs {

    private Structs() {}

    static Struct of(Entity entity, SpecificRecord record) {
        Struct struct = struct(ConnectSchemas.of(entity), record);
        struct.validate();
        return struct;
    }

    static Entity entity(SpecificRecord record) {
        return List.of(Entity.values()).stream()
                .filter(entity -> entity.javaType() == record.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static Struct struct(Schema schema, SpecificRecord record) {
        Struct struct = new Struct(schema);
        schema.fields()
                .forEach(field -> struct.put(
                        field,
                        value(
                                field.schema(),
                                record.get(record.getSchema()
                                        .getField(field.name())
                                        .pos()))));
        return struct;
    }

    private static Object value(Schema schema, Object value) {
        if (value == null || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        return switch (schema.type()) {
            case STRUCT -> struct(schema, (SpecificRecord) value);
            case ARRAY ->
                ((List<?>) value)
                        .stream().map(each -> value(schema.valueSchema(), each)).toList();
            case MAP -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((key, each) -> map.put(key, value(schema.valueSchema(), each)));
                yield map;
            }
            default -> value;
        };
    }
}
