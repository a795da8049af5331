package io.unifiedcommerce.cli;

import io.unifiedcommerce.model.ConnectSchemas;
import io.unifiedcommerce.model.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Timestamp;

/** A mapping to begin with: what an entity needs is mapped from fields of the same name, the rest is there as comments. */
final class MappingScaffold {
    private static final String INSTANT = "2026-11-20T08:00:00Z";

    private final Entity entity;
    private final List<Field> fields;

    MappingScaffold(Entity entity) {
        this.entity = entity;
        this.fields = ConnectSchemas.of(entity).fields().stream()
                .filter(field -> !field.name().equals("envelope"))
                .toList();
    }

    String entity() {
        return entity.entityName();
    }

    String file() {
        return "mappings/" + entity() + ".yaml";
    }

    String text() {
        return """
                entity: ENTITY
                envelope:
                  entity_id: id
                  source_version: {instant: updated_at}
                  occurred_at: {instant: updated_at}
                fields:
                NEEDED  # What else there is; docs/mapping.md has the operators.
                OPTIONAL""".replace("ENTITY", entity()).replace("NEEDED", lines(true)).replace("OPTIONAL", lines(false));
    }

    private String lines(boolean needed) {
        return fields.stream()
                .filter(field -> isNeeded(field) == needed)
                .map(field -> needed
                        ? "  " + field.name() + ": " + expression(field) + "  # " + doc(field) + "\n"
                        : "  # " + field.name() + ":  # " + doc(field) + "\n")
                .collect(Collectors.joining());
    }

    /** A record that has what the mapping reads, as JSON. */
    String sample() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", "\"1001\"");
        values.put("updated_at", "\"" + INSTANT + "\"");
        fields.stream()
                .filter(MappingScaffold::isNeeded)
                .filter(field -> !source(field).equals("id"))
                .forEach(field -> values.put(source(field), value(field)));
        return values.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static boolean isNeeded(Field field) {
        return !field.schema().isOptional() && field.schema().defaultValue() == null;
    }

    private String source(Field field) {
        return field.name().equals(entity() + "_id") ? "id" : field.name();
    }

    private String expression(Field field) {
        return switch (field.schema().type()) {
            case ARRAY, STRUCT ->
                throw new IllegalStateException(entity() + "." + field.name() + " is no single value");
            default -> isInstant(field) ? "{instant: " + source(field) + "}" : source(field);
        };
    }

    private String value(Field field) {
        Schema.Type type = field.schema().type();
        if (isInstant(field)) {
            return "\"" + INSTANT + "\"";
        } else if (Decimal.LOGICAL_NAME.equals(field.schema().name())) {
            return "\"0.00\"";
        } else if (type == Schema.Type.BOOLEAN) {
            return "false";
        } else if (type == Schema.Type.MAP) {
            return "{}";
        } else if (type != Schema.Type.STRING) {
            return "1";
        }
        List<String> constants = constants(field);
        String text =
                field.name().equals("currency") ? "EUR" : constants.isEmpty() ? field.name() + "-1" : constants.get(0);
        return "\"" + text + "\"";
    }

    private static boolean isInstant(Field field) {
        return Timestamp.LOGICAL_NAME.equals(field.schema().name());
    }

    private String doc(Field field) {
        String doc = entity.avroSchema().getField(field.name()).doc();
        List<String> constants = constants(field);
        return (doc == null ? "" : doc.replaceAll("\\s+", " "))
                + (constants.isEmpty() ? "" : " One of " + String.join(", ", constants) + ".");
    }

    /** The values that a text may have; none where it may be any. */
    private List<String> constants(Field field) {
        return entity.avroSchema().getField(field.name()).getObjectProp("values") instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }
}
