package io.unifiedcommerce.pos.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rows that are there already, such as the product of a line. */
public interface Reference {

    /**
     * The row with this key, as it was when it was last seen or, when it never was, as it is now.
     *
     * @param key in the order of the table's key columns
     */
    Optional<Map<String, Object>> find(String table, RowKey key);

    /** The rows of any table, as they are now, whose columns have these values, in the order of the table's key. */
    List<Map<String, Object>> matching(String table, Collection<String> columns, Collection<RowKey> values);
}
