package io.unifiedcommerce.sink;

import io.unifiedcommerce.model.ConnectSchemas;
import io.unifiedcommerce.model.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Makes Connect Structs of the model's records, as a converter with a schema does. */
final class Structs {
    private Structs() {}

    static Struct of(Entity entity, SpecificRecord record) {
        return (Struct) value(ConnectSchemas.of(entity), record);
    }

    private static Object value(Schema schema, Object value) {
        if (value instanceof SpecificRecord record) {
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
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> converted = new LinkedHashMap<>();
            map.forEach((key, item) -> converted.put(key, value(schema.valueSchema(), item)));
            return converted;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> value(schema.valueSchema(), item)).toList();
        }
        return value instanceof BigDecimal decimal ? decimal.setScale(4) : value;
    }
}
