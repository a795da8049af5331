package io.unifiedcommerce.tck.fake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Some paths of an OpenAPI document, with the schemas that they lead to. The validator copies all schemas for each one that it
 * checks, so a document of thousands needs gigabytes.
 */
final class Excerpt {
    private static final String SCHEMAS = "#/components/schemas/";

    private Excerpt() {}

    /** Takes the other paths and schemas out of a document. */
    static void keep(JsonNode document, Predicate<String> path) {
        ObjectNode paths = (ObjectNode) document.path("paths");
        removeUnless(paths, path);
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        Set<String> reached = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(paths);
        for (JsonNode part : document.path("components")) {
            if (part != schemas) {
                open.add(part);
            }
        }
        while (!open.isEmpty()) {
            for (String reference : open.remove().findValuesAsText("$ref")) {
                if (reference.startsWith(SCHEMAS)) {
                    String name = reference.substring(SCHEMAS.length());
                    if (reached.add(name)) {
                        open.add(schemas.path(name));
                    }
                }
            }
        }
        removeUnless(schemas, reached::contains);
    }

    private static void removeUnless(ObjectNode node, Predicate<String> name) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!name.test(names.next())) {
                names.remove();
            }
        }
    }
}
