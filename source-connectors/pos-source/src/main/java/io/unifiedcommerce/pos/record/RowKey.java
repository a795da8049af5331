package io.unifiedcommerce.pos.record;

import io.unifiedcommerce.model.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
        return Keys.of(values.stream().map(Object::toString).toArray(String[]::new));
    }
}
