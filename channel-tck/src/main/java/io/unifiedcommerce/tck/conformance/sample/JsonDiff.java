package io.unifiedcommerce.tck.conformance.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two JSON trees differ, place by place. */
public final class JsonDiff {
    private final List<String> differences = new ArrayList<>();

    private JsonDiff() {}

    /** One line for each difference, such as {@code [0].lines[1].sku: expected "A", found "B"}; none when they are equal. */
    public static List<String> of(JsonNode expected, JsonNode found) {
        JsonDiff diff = new JsonDiff();
        diff.compare("", expected, found);
        return diff.differences;
    }

    private void compare(String at, JsonNode expected, JsonNode found) {
        if (expected == null) {
            differences.add(at + ": not expected, found " + found);
        } else if (found == null) {
            differences.add(at + ": expected " + expected + ", found nothing");
        } else if (expected.isObject() && found.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            found.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(at.isEmpty() ? name : at + "." + name, expected.get(name), found.get(name)));
        } else if (expected.isArray() && found.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
                compare(at + "[" + i + "]", expected.get(i), found.get(i));
            }
        } else if (!expected.equals(found)) {
            differences.add(at + ": expected " + expected + ", found " + found);
        }
    }
}
