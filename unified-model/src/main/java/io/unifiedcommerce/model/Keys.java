package io.unifiedcommerce.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Record keys: parts joined by {@code |}. A {@code |} or {@code %} inside a part is written {@code %7C} or {@code %25},
 * so that different parts never make the same key.
 */
public final class Keys {

    private static final char SEPARATOR = '|';
    private static final char ESCAPE = '%';

    private Keys() {}

    /** Joins {@code parts}; a null part is an empty one. */
    public static String of(String... parts) {
        StringBuilder key = new StringBuilder(48);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.append(SEPARATOR);
            }
            if (parts[i] != null) {
                append(key, parts[i]);
            }
        }
        return key.toString();
    }

    /** The parts of a key made by {@link #of}; a null part comes back empty. */
    public static List<String> split(String key) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        for (int end = key.indexOf(SEPARATOR); end >= 0; end = key.indexOf(SEPARATOR, start)) {
            parts.add(unescape(key.substring(start, end)));
            start = end + 1;
        }
        parts.add(unescape(key.substring(start)));
        return parts;
    }

    private static void append(StringBuilder key, String part) {
        if (part.indexOf(SEPARATOR) < 0 && part.indexOf(ESCAPE) < 0) {
            key.append(part);
            return;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            switch (c) {
                case SEPARATOR -> key.append("%7C");
                case ESCAPE -> key.append("%25");
                default -> key.append(c);
            }
        }
    }

    /** {@code %25} last: otherwise an escaped {@code %7C} would be unescaped twice. */
    private static String unescape(String part) {
        return part.indexOf(ESCAPE) < 0 ? part : part.replace("%7C", "|").replace("%25", "%");
    }
}
