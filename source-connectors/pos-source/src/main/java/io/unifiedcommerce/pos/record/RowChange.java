package io.unifiedcommerce.pos.record;

import java.util.Map;

/**
 * One row that a database transaction wrote.
 *
 * <p>Rows are maps from column to a plain value: text, Long, Double, Boolean or null. A {@code numeric} is its exact digits as
 * text, a timestamp without zone the ISO text of its local reading, a timestamp with zone an ISO instant.
 *
 * @param before the old row: whole where the table's replica identity is FULL, otherwise its key columns at most; empty
 *     for an insert
 * @param after the new row; empty for a delete
 */
public record RowChange(String table, Kind kind, Map<String, Object> before, Map<String, Object> after) {

    /** What was done to the row. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        /** All rows of the table were removed at once; the change carries none of them. */
        TRUNCATE
    }

    /** The row that tells which one was written: the new one, or the old one where it is gone. */
    public Map<String, Object> row() {
        return kind == Kind.DELETE ? before : after;
    }
}
