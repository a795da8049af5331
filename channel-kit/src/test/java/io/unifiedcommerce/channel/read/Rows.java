package io.unifiedcommerce.channel.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of answers. */
final class Rows {
    private Rows() {}

    static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return row;
    }

    /** Rows with ids from one number to another, both included. */
    static List<Object> ids(int from, int to) {
        List<Object> rows = new ArrayList<>();
        for (int id = from; id <= to; id++) {
            rows.add(row("id", (long) id));
        }
        return rows;
    }

    static Map<String, Object> items(List<?> rows) {
        return row("items", rows);
    }

    static Map<String, Object> items(List<?> rows, String next) {
        return row("items", rows, "next", next);
    }

    static Map<String, Object> items(Map<?, ?>... rows) {
        return items(List.of(rows));
    }
}
