package io.unifiedcommerce.channel.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.model.ConnectSchemas;
import io.unifiedcommerce.model.Entity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/**
 * Makes docs/mapping.schema.json from the unified schema and the operators that the compiler knows: a JSON Schema (draft 7) that
 * completes and checks target fields and operators. Paths of the platform's record are any text to it.
 */
final class MappingSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> CONDITIONS =
            List.of("eq", "ne", "gt", "ge", "lt", "le", "in", "present", "absent", "not", "all", "any");
    private static final List<String> BY_TARGET = List.of("fields", "object", "chain", "first", "then", "else");
    private static final List<String> CONSTANTS = List.of("default", "const");
    private static final List<String> TEXTS = List.of("separator", "mark", "by", "inner", "meta");
    private static final List<String> NUMBERS = List.of("scale", "width");

    private final ObjectNode definitions = JSON.objectNode();

    ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Mapping of a channel");
        schema.put("description", "mappings/*.yaml in a channel's folder. Generated from the code; do not edit.");
        schema.put("type", "object").put("additionalProperties", false);
        schema.set("required", texts(List.of("entity", "envelope", "fields")));
        ObjectNode sections = schema.putObject("properties");
        described(sections, "entity", "which unified entity it makes", JSON.objectNode())
                .set(
                        "enum",
                        texts(Arrays.stream(Entity.values())
                                .map(Entity::entityName)
                                .toList()));
        described(sections, "when", "records that do not fit are no events of this entity", reference("condition"));
        described(sections, "envelope", "what tells the event and its version", reference("envelope"));
        described(sections, "fields", "target fields and their expressions", JSON.objectNode());
        described(sections, "extensions", "leftovers by name, read by no job", mapOf(reference("value")));
        ArrayNode cases = schema.putArray("allOf");
        for (Entity entity : Entity.values()) {
            ObjectNode each = cases.addObject();
            each.putObject("if").putObject("properties").putObject("entity").put("const", entity.entityName());
            each.putObject("then").putObject("properties").set("fields", reference(fields(ConnectSchemas.of(entity))));
        }
        definitions.set("envelope", envelope());
        definitions.set("condition", condition());
        definitions.set("value", value(null));
        operators();
        schema.set("definitions", definitions);
        return schema;
    }

    private ObjectNode envelope() {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        schema.set("required", texts(List.of("entity_id", "source_version", "occurred_at")));
        ObjectNode properties = schema.putObject("properties");
        Schema envelope = ConnectSchemas.of(Entity.ORDER).field("envelope").schema();
        Stream.of("entity_id", "source_version", "occurred_at", "correlation_id", "causation_id", "op", "raw_ref")
                .forEach(name -> described(
                        properties, name, envelope.field(name).schema().doc(), reference("value")));
        return schema;
    }

    /** The definition of a nested record's fields; made once. */
    private String fields(Schema struct) {
        String name = "fields-of-" + struct.name().substring(struct.name().lastIndexOf('.') + 1);
        if (definitions.has(name)) {
            return name;
        }
        ObjectNode schema = definitions.putObject(name);
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field field : struct.fields()) {
            if (!field.name().equals("envelope")) {
                described(properties, field.name(), field.schema().doc(), target(field.schema()));
                if (StructPlan.isRequired(field)) {
                    required.add(field.name());
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return name;
    }

    private ObjectNode target(Schema target) {
        Schema element = target.type() == Schema.Type.ARRAY ? target.valueSchema() : target;
        if (element.type() != Schema.Type.STRUCT) {
            return reference("value");
        }
        String fields = fields(element);
        String name = fields.replace("fields-of-", "value-of-");
        if (!definitions.has(name)) {
            definitions.putObject(name);
            definitions.set(name, value(fields));
        }
        return reference(name);
    }

    /** @param fields definition of the fields of what is made; null where it is no record */
    private static ObjectNode value(String fields) {
        ObjectNode operators = JSON.objectNode().put("type", "object").put("minProperties", 1);
        // Beside properties of its own, additionalProperties would refuse those of the reference.
        operators.set("propertyNames", reference("operator-names"));
        operators.putArray("allOf").add(reference("operators"));
        ObjectNode properties = operators.putObject("properties");
        BY_TARGET.forEach(key -> properties.set(key, argument(key, fields)));
        ObjectNode schema = JSON.objectNode();
        ArrayNode either = schema.putArray("anyOf");
        either.addObject().set("type", texts(List.of("string", "number", "boolean")));
        either.add(operators);
        return schema;
    }

    /** What operators and their companions take, whatever the target; those that depend on it stand there. */
    private void operators() {
        SortedSet<String> keys = new TreeSet<>();
        ExprCompiler.operators().forEach((name, operator) -> {
            keys.add(name);
            keys.addAll(operator.companions());
        });
        definitions.putObject("operator-names").set("enum", texts(keys));
        ObjectNode properties = definitions.putObject("operators").putObject("properties");
        keys.stream().filter(key -> !BY_TARGET.contains(key)).forEach(key -> properties.set(key, argument(key, null)));
    }

    private static ObjectNode argument(String key, String fields) {
        ObjectNode nested = fields == null ? mapOf(reference("value")) : reference(fields);
        ObjectNode same = reference(fields == null ? "value" : fields.replace("fields-of-", "value-of-"));
        if (List.of("fields", "object").contains(key)) {
            return nested;
        } else if (key.equals("map")) {
            return mapOf(reference("value"));
        } else if (List.of("when", "where", "if").contains(key)) {
            return reference("condition");
        } else if (List.of("then", "else").contains(key)) {
            return same;
        } else if (List.of("chain", "first").contains(key)) {
            return listOf(same);
        } else if (List.of("concat", "add", "subtract", "multiply", "divide").contains(key)) {
            return listOf(reference("value"));
        } else if (key.equals("table")) {
            return mapOf(typed("string", "number", "boolean"));
        } else if (key.equals("format")) {
            ObjectNode formats = JSON.objectNode();
            formats.set(
                    "enum",
                    texts(Stream.concat(
                                    Arrays.stream(Instants.values())
                                            .map(format -> format.name().toLowerCase(Locale.ROOT)),
                                    Stream.of("local"))
                            .toList()));
            return formats;
        } else if (CONSTANTS.contains(key)) {
            return typed("string", "number", "boolean");
        } else if (TEXTS.contains(key)) {
            return typed("string");
        }
        return NUMBERS.contains(key) ? typed("integer") : reference("value");
    }

    private static ObjectNode condition() {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        schema.put("minProperties", 1).put("maxProperties", 1);
        ObjectNode properties = schema.putObject("properties");
        for (String name : CONDITIONS) {
            properties.set(
                    name,
                    switch (name) {
                        case "present", "absent" -> reference("value");
                        case "not" -> reference("condition");
                        case "all", "any" -> listOf(reference("condition"));
                        case "in" ->
                            JSON.objectNode()
                                    .put("type", "array")
                                    .put("minItems", 2)
                                    .put("maxItems", 2);
                        default -> listOf(reference("value")).put("minItems", 2).put("maxItems", 2);
                    });
        }
        return schema;
    }

    private static ObjectNode described(ObjectNode properties, String key, String description, ObjectNode value) {
        ObjectNode schema = properties.putObject(key);
        if (description != null) {
            schema.put("description", description);
        }
        if (value.has("$ref")) {
            schema.putArray("allOf").add(value);
        } else {
            schema.setAll(value);
        }
        return schema;
    }

    private static ObjectNode reference(String definition) {
        return JSON.objectNode().put("$ref", "#/definitions/" + definition);
    }

    private static ObjectNode listOf(ObjectNode item) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", item);
        return schema;
    }

    private static ObjectNode mapOf(ObjectNode value) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("additionalProperties", value);
        return schema;
    }

    private static ObjectNode typed(String... types) {
        ObjectNode schema = JSON.objectNode();
        schema.set("type", types.length == 1 ? JSON.textNode(types[0]) : texts(List.of(types)));
        return schema;
    }

    private static JsonNode texts(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
