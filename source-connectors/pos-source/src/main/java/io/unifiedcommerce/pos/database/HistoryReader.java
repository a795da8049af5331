package io.unifiedcommerce.pos.database;

import io.unifiedcommerce.channel.manifest.DatabaseManifest.AggregateSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.JoinSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Snapshot;
import io.unifiedcommerce.pos.record.Assembled;
import io.unifiedcommerce.pos.record.RecordAssembler;
import io.unifiedcommerce.pos.record.RecordPlan;
import io.unifiedcommerce.pos.record.RowChange;
import io.unifiedcommerce.pos.record.RowKey;
import io.unifiedcommerce.pos.record.WholeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the records that were there before the capture: the root rows by a cursor, and for each few hundred of them the rows
 * that are joined by columns. So memory is bounded however long the history is. Rows that are joined only by having been
 * written together, such as the stock movements of a sale, are not known any more and are left out.
 */
public final class HistoryReader {
    private static final int CHUNK = 200;

    private final RecordPlan plan;
    private final TillReader reader;
    private final RecordAssembler assembler;
    private final String since;

    /** Takes what is read, record by record. */
    public interface RecordSink {
        void accept(Assembled record) throws InterruptedException;
    }

    /**
     * @param since local date and time before which streams with a history leave rows out; null for none
     */
    public HistoryReader(RecordPlan plan, TillReader reader, RecordAssembler assembler, String since) {
        this.plan = plan;
        this.reader = reader;
        this.assembler = assembler;
        this.since = since;
    }

    /** Fills the memory of whole tables. */
    public static void load(WholeRows whole, RecordPlan plan, TillReader reader) throws InterruptedException {
        for (String table : plan.wholeTables().keySet()) {
            reader.each(
                    table,
                    Integer.MAX_VALUE,
                    row -> whole.apply(new RowChange(table, RowChange.Kind.INSERT, Map.of(), row)));
        }
    }

    /** Reads the records of all streams, in the manifest's order. */
    public void read(WholeRows whole, RecordSink sink) throws InterruptedException {
        for (Map.Entry<String, AggregateSpec> entry : plan.streams().entrySet()) {
            AggregateSpec stream = entry.getValue();
            if (stream.snapshot() == Snapshot.NONE) {
                continue;
            }
            if (stream.whole()) {
                for (RowKey id : whole.ids(stream.root())) {
                    sink.accept(assembler.wholeRecord(entry.getKey(), stream, id));
                }
            } else {
                read(entry.getKey(), stream, sink);
            }
        }
    }

    /** Reads the records with these ids, as far as they are there. */
    public void read(String name, AggregateSpec stream, List<RowKey> ids, RecordSink sink) throws InterruptedException {
        List<Map<String, Object>> roots = new ArrayList<>(reader.matching(stream.root(), stream.id(), ids));
        roots.removeIf(root -> !RecordAssembler.matches(stream, root));
        flush(name, stream, roots, sink);
    }

    private void read(String name, AggregateSpec stream, RecordSink sink) throws InterruptedException {
        List<Object> parameters = new ArrayList<>();
        String condition = condition(stream, parameters);
        List<Map<String, Object>> chunk = new ArrayList<>(CHUNK);
        reader.select(stream.root(), condition, parameters, row -> {
            chunk.add(row);
            if (chunk.size() == CHUNK) {
                flush(name, stream, chunk, sink);
            }
        });
        flush(name, stream, chunk, sink);
    }

    private String condition(AggregateSpec stream, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        stream.when().forEach((column, values) -> {
            conditions.add("r." + Sql.name(column) + "::text IN (" + Sql.questionMarks(values.size()) + ")");
            parameters.addAll(values);
        });
        if (since != null && stream.since() != null) {
            conditions.add(sinceCondition(stream));
            parameters.add(since);
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String sinceCondition(AggregateSpec stream) {
        int dot = stream.since().indexOf('.');
        String column = Sql.name(stream.since().substring(dot + 1));
        if (dot < 0) {
            return "r." + column + " >= ?";
        }
        JoinSpec join = stream.join().get(stream.since().substring(0, dot));
        List<String> equal = new ArrayList<>();
        join.on().forEach((theirs, ours) -> equal.add("j." + Sql.name(theirs) + " = r." + Sql.name(ours)));
        return "EXISTS (SELECT 1 FROM " + Sql.table(plan.manifest().schema(), join.table()) + " AS j WHERE "
                + String.join(" AND ", equal) + " AND j." + column + " >= ?)";
    }

    private void flush(String name, AggregateSpec stream, List<Map<String, Object>> chunk, RecordSink sink)
            throws InterruptedException {
        if (chunk.isEmpty()) {
            return;
        }
        Map<String, Map<RowKey, List<Map<String, Object>>>> joins = new HashMap<>();
        stream.join().forEach((key, join) -> joins.put(key, joined(join, chunk)));
        for (Map<String, Object> root : chunk) {
            Map<String, List<Map<String, Object>>> joined = new HashMap<>();
            stream.join()
                    .forEach((key, join) -> joined.put(
                            key,
                            joins.get(key)
                                    .getOrDefault(RowKey.of(root, join.on().values()), List.of())));
            Assembled record = assembler.record(name, stream, root, joined);
            if (record != null) {
                sink.accept(record);
            }
        }
        chunk.clear();
    }

    private Map<RowKey, List<Map<String, Object>>> joined(JoinSpec join, List<Map<String, Object>> chunk) {
        Map<RowKey, List<Map<String, Object>>> groups = new HashMap<>();
        if (!join.on().isEmpty()) {
            Set<RowKey> wanted = new LinkedHashSet<>();
            chunk.forEach(root -> wanted.add(RowKey.of(root, join.on().values())));
            reader.matching(join.table(), join.on().keySet(), wanted)
                    .forEach(row -> groups.computeIfAbsent(
                                    RowKey.of(row, join.on().keySet()), group -> new ArrayList<>())
                            .add(row));
        }
        return groups;
    }
}
