package io.unifiedcommerce.pos.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All current rows of the tables whose records hold every row of an id, such as the stock of a product at a location, which
 * may lie in several rows. A till's stock table has one row per product and location, so it is kept whole.
 *
 * <p>Rows have no key of their own here: two rows may be equal in every column, because a unique index does not hold rows
 * apart that have a null. So a change takes out one row that equals the old one and puts in the new one, which needs the
 * table's old rows whole (REPLICA IDENTITY FULL). Used by one thread.
 */
public final class WholeRows {
    private final Map<String, List<String>> ids;
    private final Map<String, Map<RowKey, List<Map<String, Object>>>> rows = new HashMap<>();

    /**
     * @param ids columns of the records' id, by table
     */
    public WholeRows(Map<String, List<String>> ids) {
        this.ids = ids;
        ids.keySet().forEach(table -> rows.put(table, new HashMap<>()));
    }

    /** Takes in one row, at the start or after its change, and tells the ids that it touches. */
    public Set<RowKey> apply(RowChange change) {
        Map<RowKey, List<Map<String, Object>>> table = rows.get(change.table());
        if (table == null) {
            return Set.of();
        }
        Set<RowKey> touched = touched(change);
        switch (change.kind()) {
            case TRUNCATE -> table.clear();
            case INSERT -> put(table, change);
            case DELETE -> remove(table, change);
            case UPDATE -> {
                remove(table, change);
                put(table, change);
            }
        }
        return touched;
    }

    /** The ids that a change touches; does not take it in. */
    public Set<RowKey> touched(RowChange change) {
        Set<RowKey> touched = new LinkedHashSet<>();
        if (ids.containsKey(change.table())) {
            List<String> id = ids.get(change.table());
            switch (change.kind()) {
                case TRUNCATE -> touched.addAll(rows.get(change.table()).keySet());
                case INSERT -> touched.add(RowKey.of(change.after(), id));
                case DELETE -> touched.add(RowKey.of(change.before(), id));
                case UPDATE -> {
                    touched.add(RowKey.of(change.before(), id));
                    touched.add(RowKey.of(change.after(), id));
                }
            }
        }
        return touched;
    }

    /** All ids of a table. */
    public Collection<RowKey> ids(String table) {
        return rows.get(table).keySet();
    }

    /** The current rows of an id; none when the last one was deleted. */
    public List<Map<String, Object>> of(String table, RowKey id) {
        return Optional.ofNullable(rows.get(table).get(id)).map(List::copyOf).orElse(List.of());
    }

    private void put(Map<RowKey, List<Map<String, Object>>> table, RowChange change) {
        table.computeIfAbsent(RowKey.of(change.after(), ids.get(change.table())), id -> new ArrayList<>(1))
                .add(change.after());
    }

    private void remove(Map<RowKey, List<Map<String, Object>>> table, RowChange change) {
        table.computeIfPresent(RowKey.of(change.before(), ids.get(change.table())), (id, held) -> {
            held.remove(change.before());
            return held.isEmpty() ? null : held;
        });
    }
}
