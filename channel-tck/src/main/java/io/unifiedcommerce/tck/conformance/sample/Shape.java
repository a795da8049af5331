package io.unifiedcommerce.tck.conformance.sample;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which places of a record hold something, as paths of keys with dots. Lists are looked through, as mappings look through them:
 * {@code lines.sku} stands for the SKU of any line.
 */
public final class Shape {
    private final SortedSet<String> places = new TreeSet<>();
    private final SortedSet<String> leaves = new TreeSet<>();

    /** Adds the places of a record. */
    public void add(Map<String, Object> record) {
        walk("", record);
    }

    /** Places that hold a value that is neither null nor an empty text, list or map; containers included. */
    public SortedSet<String> places() {
        return places;
    }

    /** Places that hold a scalar. */
    public SortedSet<String> leaves() {
        return leaves;
    }

    /** A mapping's path without the marks of lists. */
    public static String plain(String path) {
        return path.replaceAll("\\[\\d*]", "").replaceFirst("^\\$\\.", "");
    }

    private boolean walk(String at, Object value) {
        boolean something = false;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                something |= walk(at.isEmpty() ? "" + entry.getKey() : at + "." + entry.getKey(), entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                something |= walk(at, item);
            }
        } else if (value != null && !"".equals(value)) {
            leaves.add(at);
            something = true;
        }
        if (something && !at.isEmpty()) {
            places.add(at);
        }
        return something;
    }
}
