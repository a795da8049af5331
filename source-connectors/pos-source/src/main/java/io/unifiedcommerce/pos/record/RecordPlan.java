package io.unifiedcommerce.pos.record;

import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.AggregateSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.JoinSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a manifest asks of the database's tables. Immutable and safe for use by several threads. */
public record RecordPlan(DatabaseManifest manifest) {

    public Map<String, AggregateSpec> streams() {
        return manifest.streams();
    }

    /** Columns that identify a row of the table. */
    public List<String> key(String table) {
        return manifest.tables().get(table).key();
    }

    /** Tables whose rows are kept for look-ups. */
    public Map<String, TableSpec> referenceTables() {
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        manifest.tables().forEach((name, table) -> {
            if (table.reference()) {
                tables.put(name, table);
            }
        });
        return tables;
    }

    /** Id columns of the streams whose records hold all current rows of an id, by table. */
    public Map<String, List<String>> wholeTables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        streams().values().stream()
                .filter(AggregateSpec::whole)
                .forEach(stream -> tables.put(stream.root(), stream.id()));
        return tables;
    }

    /**
     * Columns by which rows are recognised and joined. Without one of them no record can be made; any other column may come
     * and go, which is the mapping's business.
     */
    public SortedMap<String, SortedSet<String>> neededColumns() {
        SortedMap<String, SortedSet<String>> needed = new TreeMap<>();
        manifest.tables().forEach((name, table) -> need(needed, name, table.key()));
        streams().values().forEach(stream -> {
            need(needed, stream.root(), stream.id());
            need(needed, stream.root(), stream.when().keySet());
            since(needed, stream);
            stream.join().values().forEach(join -> {
                need(needed, join.table(), join.on().keySet());
                need(needed, stream.root(), join.on().values());
                join.lookup()
                        .values()
                        .forEach(
                                lookup -> need(needed, join.table(), lookup.on().values()));
            });
            stream.lookup()
                    .values()
                    .forEach(lookup -> need(needed, stream.root(), lookup.on().values()));
        });
        return needed;
    }

    private static void since(SortedMap<String, SortedSet<String>> needed, AggregateSpec stream) {
        if (stream.since() != null) {
            int dot = stream.since().indexOf('.');
            JoinSpec join = dot < 0 ? null : stream.join().get(stream.since().substring(0, dot));
            need(
                    needed,
                    join == null ? stream.root() : join.table(),
                    List.of(stream.since().substring(dot + 1)));
        }
    }

    private static void need(
            SortedMap<String, SortedSet<String>> needed, String table, java.util.Collection<String> columns) {
        needed.computeIfAbsent(table, name -> new TreeSet<>()).addAll(columns);
    }
}
