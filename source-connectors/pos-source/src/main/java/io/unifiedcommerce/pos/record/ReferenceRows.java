package io.unifiedcommerce.pos.record;

import io.unifiedcommerce.channel.manifest.DatabaseManifest.TableSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of the reference tables, kept current by the changes that are captured. Holds the rows used last, a bounded number of
 * each table; others are read when they are needed. Used by one thread.
 */
public final class ReferenceRows implements Reference {
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final Map<String, Map<RowKey, Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Reference database;

    /**
     * @param most rows kept of each table
     * @param database reads a row that is not kept
     */
    public ReferenceRows(Map<String, TableSpec> tables, int most, Reference database) {
        this.database = database;
        tables.forEach((name, table) -> {
            keys.put(name, table.key());
            rows.put(name, new LastUsed(most));
        });
    }

    /** Takes in one row, at the start or after its change; one of another table is none of its business. */
    public void apply(RowChange change) {
        Map<RowKey, Map<String, Object>> table = rows.get(change.table());
        if (table == null) {
            return;
        }
        switch (change.kind()) {
            case TRUNCATE -> table.clear();
            case DELETE -> table.remove(RowKey.of(change.before(), keys.get(change.table())));
            case INSERT, UPDATE -> table.put(RowKey.of(change.after(), keys.get(change.table())), change.after());
        }
    }

    @Override
    public Optional<Map<String, Object>> find(String table, RowKey key) {
        Map<String, Object> kept = rows.get(table).get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Map<String, Object>> read = database.find(table, key);
        read.ifPresent(row -> rows.get(table).put(key, row));
        return read;
    }

    @Override
    public List<Map<String, Object>> matching(String table, Collection<String> columns, Collection<RowKey> values) {
        return database.matching(table, columns, values);
    }

    private static final class LastUsed extends LinkedHashMap<RowKey, Map<String, Object>> {
        private final int most;

        private LastUsed(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<RowKey, Map<String, Object>> eldest) {
            return size() > most;
        }
    }
}
