package io.unifiedcommerce.channel.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.model.Entity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes docs/channel.schema.json from the records that a manifest is bound to: a JSON Schema (draft 7, which every editor knows).
 * It refuses nothing that the binder takes, but a truth value in quotes and a key without a value.
 */
final class ManifestSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DURATION = "^-?P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$";
    private static final String WHOLE = "^-?\\d+$";

    private static final String NUMBER = "^-?\\d+(\\.\\d+)?$";

    private final ObjectNode definitions = JSON.objectNode();
    private final Set<Class<?>> known = new HashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Channel manifest");
        schema.put("description", "channel.yaml in a channel's folder. Generated from the code; do not edit.");
        schema.put("type", "object");
        List<Class<?>> variants = ManifestTypes.variants(ChannelManifest.class);
        schema.putObject("properties")
                .putObject("kind")
                .put("description", "what the channel is; a platform's API when left out")
                .set("enum", texts(variants.stream().map(ManifestTypes::kind).toList()));
        ArrayNode cases = schema.putArray("allOf");
        variants.forEach(variant -> {
            ObjectNode each = cases.addObject();
            each.set("if", variant == ApiManifest.class ? ofNoOther(variants) : ofKind(variant));
            each.set("then", reference(variant));
        });
        while (!open.isEmpty()) {
            Class<?> type = open.poll();
            definitions.set(ManifestTypes.anchor(type), type.isSealed() ? choice(type) : map(type));
        }
        schema.set("definitions", definitions);
        return schema;
    }

    private ObjectNode reference(Class<?> type) {
        if (known.add(type)) {
            open.add(type);
        }
        return JSON.objectNode().put("$ref", "#/definitions/" + ManifestTypes.anchor(type));
    }

    private ObjectNode choice(Class<?> type) {
        List<Class<?>> variants = ManifestTypes.variants(type);
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("required", texts(List.of("kind")));
        schema.putObject("properties")
                .putObject("kind")
                .set("enum", texts(variants.stream().map(ManifestTypes::kind).toList()));
        ArrayNode cases = schema.putArray("allOf");
        variants.forEach(variant -> {
            ObjectNode each = cases.addObject();
            each.set("if", ofKind(variant));
            each.set("then", reference(variant));
        });
        return schema;
    }

    /** A manifest that does not tell its kind is that of an API. */
    private static ObjectNode ofNoOther(List<Class<?>> variants) {
        ObjectNode condition = JSON.objectNode();
        ArrayNode others = condition.putObject("not").putArray("anyOf");
        variants.stream().filter(variant -> variant != ApiManifest.class).forEach(other -> others.add(ofKind(other)));
        return condition;
    }

    private static ObjectNode ofKind(Class<?> variant) {
        ObjectNode condition = JSON.objectNode();
        condition.putObject("properties").putObject("kind").put("const", ManifestTypes.kind(variant));
        condition.set("required", texts(List.of("kind")));
        return condition;
    }

    private ObjectNode map(Class<?> type) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        if (type.isAnnotationPresent(Kind.class)) {
            properties.putObject("kind").put("const", ManifestTypes.kind(type));
        }
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            String key = StrictBinder.snakeCase(component.getName());
            ObjectNode value = key.equals("entity") ? entity() : value(component.getGenericType());
            properties.set(key, described(value, setting));
            if (!setting.optional() && setting.byDefault().isEmpty()) {
                required.add(key);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /** A draft 7 reference hides what stands beside it. */
    private static ObjectNode described(ObjectNode value, Setting setting) {
        ObjectNode schema = JSON.objectNode().put("description", setting.value());
        if (!setting.byDefault().isEmpty()) {
            schema.put("default", setting.byDefault());
        }
        if (value.has("$ref")) {
            schema.putArray("allOf").add(value);
        } else {
            schema.setAll(value);
        }
        return schema;
    }

    private static ObjectNode entity() {
        ObjectNode schema = JSON.objectNode();
        schema.set(
                "enum",
                texts(Arrays.stream(Entity.values()).map(Entity::entityName).toList()));
        return schema;
    }

    private ObjectNode value(Type type) {
        ObjectNode schema = JSON.objectNode();
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            ObjectNode item = value(generic.getActualTypeArguments()[0]);
            // One element need not be written as a list.
            ArrayNode either = schema.putArray("anyOf");
            either.addObject().put("type", "array").set("items", item);
            either.add(item.deepCopy());
            return schema;
        } else if (type instanceof ParameterizedType generic) {
            schema.put("type", "object").set("additionalProperties", value(generic.getActualTypeArguments()[1]));
            return schema;
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord() || raw.isSealed()) {
            return reference(raw);
        } else if (raw.isEnum()) {
            schema.set("enum", texts(ManifestTypes.constants(raw)));
        } else if (raw == Duration.class) {
            schema.put("type", "string").put("pattern", DURATION);
        } else if (raw == int.class || raw == Integer.class) {
            schema.put("pattern", WHOLE).set("type", texts(List.of("integer", "string")));
        } else if (raw == double.class) {
            schema.put("pattern", NUMBER).set("type", texts(List.of("number", "string")));
        } else if (raw == boolean.class) {
            schema.put("type", "boolean");
        } else if (raw == String.class) {
            schema.set("type", texts(List.of("string", "number", "boolean")));
        } else if (raw != JsonNode.class) {
            throw new IllegalStateException("no schema for " + raw);
        }
        return schema;
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
