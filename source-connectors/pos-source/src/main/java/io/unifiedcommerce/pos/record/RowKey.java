package io.unifiedcommerce.pos.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of some columns of a row, comparable with those of another. A missing value counts as an empty text, so that a
 * nullable column can be part of a key.
 */
public record RowKey(List<Object> values) {

    public static RowKey of(Map<String, Object> row, Collection<String> columns) {
        List<Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            Object value = row.get(column);
            values.add(value == null ? "" : value);
        }
        return new RowKey(values);
    }

    /** The key as one text, its parts joined by a bar; bars within a part are escaped. */
    public String text() {
        return values.stream()
                .map(value -> value.toString().replace("%", "%25").replace("|", "%7C"))
                .collect(Collectors.joining("|"));
    }
}
