package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an entity has: properties, and the navigation properties that lead to other entities. Written as
 * {@code code warehouse(code) entries*(entryNumber)}: names, in brackets what a navigation leads to, a star for many.
 */
record EntityShape(Map<String, EntityShape> parts, boolean many) {
    private static final EntityShape PROPERTY = new EntityShape(Map.of(), false);

    static EntityShape of(String text) {
        return new Reader(text).entity(false);
    }

    boolean navigates() {
        return !parts.isEmpty();
    }

    /** The shape at a path with slashes. */
    EntityShape at(String path) {
        EntityShape current = this;
        for (String step : path.split("/")) {
            current = current.parts.get(step);
            if (current == null) {
                throw new ApiError(400, "invalid_property", "The property [" + path + "] is not defined.");
            }
        }
        return current;
    }

    /** Names that {@code $expand} asks for, as a tree. */
    Map<String, Object> expansion(String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String path : text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
            if (!at(path.trim()).navigates()) {
                throw new ApiError(400, "invalid_property", "[" + path + "] is no navigation property.");
            }
            Map<String, Object> at = tree;
            for (String step : path.trim().split("/")) {
                at = child(at, step);
            }
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> tree, String step) {
        return (Map<String, Object>) tree.computeIfAbsent(step, key -> new LinkedHashMap<String, Object>());
    }

    /** A row as the platform shows it: navigations that are not expanded are links. */
    ObjectNode show(ObjectNode row, Map<String, Object> expanded, String address) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("integrationKey", row.get("integrationKey"));
        parts.forEach((name, part) -> {
            JsonNode value = row.path(name);
            if (!part.navigates()) {
                shown.set(name, value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
            } else if (!expanded.containsKey(name)) {
                shown.putObject(name).putObject("__deferred").put("uri", address + "/" + name);
            } else if (part.many) {
                ArrayNode results = shown.putObject(name).putArray("results");
                value.forEach(item -> results.add(part.show((ObjectNode) item, child(expanded, name), address)));
            } else if (value.isObject()) {
                shown.set(name, part.show((ObjectNode) value, child(expanded, name), address + "/" + name));
            } else {
                shown.putNull(name);
            }
        });
        return shown;
    }

    /** Reads the text of a shape from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        EntityShape entity(boolean many) {
            Map<String, EntityShape> parts = new LinkedHashMap<>();
            while (at < text.length() && text.charAt(at) != ')') {
                if (text.charAt(at) == ' ') {
                    at++;
                } else {
                    String name = name();
                    parts.put(name, part());
                }
            }
            return new EntityShape(parts, many);
        }

        private String name() {
            int start = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private EntityShape part() {
            boolean many = skip('*');
            if (!skip('(')) {
                return PROPERTY;
            }
            EntityShape entity = entity(many);
            skip(')');
            return entity;
        }

        private boolean skip(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }
    }
}
