package io.unifiedcommerce.channel.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON whose texts hold placeholders. A text that is one placeholder becomes the value in its own type. Immutable. */
public sealed interface JsonTemplate {

    /** What becomes of a text that is one placeholder without a value. */
    enum Missing {
        /** Its key or list entry is left out: REST platforms read null as "empty this". */
        LEFT_OUT,
        /** It is null: GraphQL variables must all be given. */
        NULL
    }

    /**
     * Maps, lists and scalars; null for a whole that is missing.
     *
     * @throws MissingValueException when a placeholder inside a longer text has no value
     */
    Object render(Values values, Missing missing);

    /** Compiles every text of the tree. */
    static JsonTemplate compile(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonTemplate> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), compile(field.getValue())));
            return new Fields(fields);
        }
        if (node.isArray()) {
            List<JsonTemplate> items = new ArrayList<>();
            node.forEach(item -> items.add(compile(item)));
            return new Items(items);
        }
        if (node.isTextual()) {
            return new Text(TextTemplate.compile(node.textValue()));
        }
        return new Constant(node.isNumber() ? node.numberValue() : node.isBoolean() ? node.booleanValue() : null);
    }

    /** A number, truth value or null. */
    record Constant(Object value) implements JsonTemplate {
        @Override
        public Object render(Values values, Missing missing) {
            return value;
        }
    }

    /** A text. */
    record Text(TextTemplate template) implements JsonTemplate {
        @Override
        public Object render(Values values, Missing missing) {
            return template.value(values);
        }
    }

    /** An object. */
    record Fields(Map<String, JsonTemplate> fields) implements JsonTemplate {
        @Override
        public Object render(Values values, Missing missing) {
            Map<String, Object> rendered = new LinkedHashMap<>();
            fields.forEach((key, template) -> {
                Object value = template.render(values, missing);
                if (value != null || keepsNull(template, missing)) {
                    rendered.put(key, value);
                }
            });
            return rendered;
        }
    }

    /** A list. */
    record Items(List<JsonTemplate> items) implements JsonTemplate {
        @Override
        public Object render(Values values, Missing missing) {
            List<Object> rendered = new ArrayList<>();
            for (JsonTemplate template : items) {
                Object value = template.render(values, missing);
                if (value != null || keepsNull(template, missing)) {
                    rendered.add(value);
                }
            }
            return rendered;
        }
    }

    private static boolean keepsNull(JsonTemplate template, Missing missing) {
        return missing == Missing.NULL || template instanceof Constant;
    }
}
