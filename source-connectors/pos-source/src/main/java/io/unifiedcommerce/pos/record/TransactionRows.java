package io.unifiedcommerce.pos.record;

import io.unifiedcommerce.pos.record.RowChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that one database transaction wrote, in the order in which it wrote them. Used by one thread. */
public final class TransactionRows {
    private final List<RowChange> changes = new ArrayList<>();
    private final Map<String, List<Written>> byTable = new LinkedHashMap<>();

    /**
     * What a transaction left of a row that it wrote once or more often.
     *
     * @param place of the write that made the row, among all writes of the transaction
     * @param kind INSERT also for a row that was deleted and written anew
     * @param existed whether the row was there before the transaction
     * @param row as the transaction left it; for a DELETE what is known of the old one
     */
    public record Written(int place, Kind kind, boolean existed, Map<String, Object> row) {}

    /** Adds the next write; that a whole table was emptied tells nothing of any row. */
    public void add(RowChange change) {
        int place = changes.size();
        changes.add(change);
        if (change.kind() != Kind.TRUNCATE) {
            byTable.computeIfAbsent(change.table(), table -> new ArrayList<>())
                    .add(new Written(place, change.kind(), change.kind() != Kind.INSERT, change.row()));
        }
    }

    /** Number of writes. */
    public int count() {
        return changes.size();
    }

    /** All writes. */
    public List<RowChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** Whether a row was inserted into the table. */
    public boolean insertsInto(String table) {
        return byTable.getOrDefault(table, List.of()).stream().anyMatch(written -> written.kind() == Kind.INSERT);
    }

    /** The rows of a table, each once, as the transaction left them. */
    public Collection<Written> of(String table, List<String> key) {
        Map<RowKey, Written> rows = new LinkedHashMap<>();
        for (Written next : byTable.getOrDefault(table, List.of())) {
            rows.compute(RowKey.of(next.row(), key), (id, earlier) -> earlier == null ? next : merge(earlier, next));
        }
        return rows.values();
    }

    /** Null for what came and went within the transaction: it was never there. */
    private static Written merge(Written earlier, Written next) {
        if (next.kind() == Kind.DELETE) {
            return earlier.existed() ? new Written(next.place(), Kind.DELETE, true, next.row()) : null;
        }
        boolean made = next.kind() == Kind.INSERT;
        return new Written(
                made ? next.place() : earlier.place(),
                made ? Kind.INSERT : earlier.kind(),
                earlier.existed(),
                next.row());
    }
}
