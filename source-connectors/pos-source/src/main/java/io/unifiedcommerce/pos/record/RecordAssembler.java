package io.unifiedcommerce.pos.record;

import io.unifiedcommerce.channel.manifest.DatabaseManifest.AggregateSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Deletes;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.JoinSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.LookupSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Updates;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.pos.record.RowChange.Kind;
import io.unifiedcommerce.pos.record.TransactionRows.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes records of the rows that belong together, as a channel's manifest says. Used by one thread. */
public final class RecordAssembler {
    private final RecordPlan plan;
    private final Reference reference;
    private final WholeRows whole;
    private final Translations translations;

    public RecordAssembler(RecordPlan plan, Reference reference, WholeRows whole, Translations translations) {
        this.plan = plan;
        this.reference = reference;
        this.whole = whole;
        this.translations = translations;
    }

    /**
     * The records of one transaction. Its changes of reference and whole tables must have been taken in before.
     *
     * @param touched ids whose rows the transaction changed, by whole table
     */
    public List<Assembled> assemble(TransactionRows rows, Map<String, Set<RowKey>> touched) {
        List<Assembled> records = new ArrayList<>();
        plan.streams().forEach((name, stream) -> {
            if (stream.whole()) {
                touched.getOrDefault(stream.root(), Set.of()).forEach(id -> records.add(wholeRecord(name, stream, id)));
            } else if (stream.unless() == null || !rows.insertsInto(stream.unless())) {
                new StreamOfTransaction(name, stream, rows).assemble(records::add);
            }
        });
        return records;
    }

    /** A record that only tells that the root row is gone. */
    public Assembled deleted(String name, AggregateSpec stream, RowKey id) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put(stream.root(), columns(stream, id));
        value.put(Normalizer.DELETED, true);
        return new Assembled(name, id.text(), value, null);
    }

    private static Map<String, Object> columns(AggregateSpec stream, RowKey id) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < stream.id().size(); i++) {
            columns.put(stream.id().get(i), id.values().get(i));
        }
        return columns;
    }

    /** A record of all current rows of an id. */
    public Assembled wholeRecord(String name, AggregateSpec stream, RowKey id) {
        Map<String, Object> root = columns(stream, id);
        translations.addTo(stream.root(), root);
        root.put("rows", whole.of(stream.root(), id));
        return record(name, stream, root, Map.of());
    }

    /**
     * A record of a root row and the rows that were found for it.
     *
     * @param joined rows by the key they get
     * @return null when a row that the manifest requires is not there
     */
    public Assembled record(
            String name,
            AggregateSpec stream,
            Map<String, Object> root,
            Map<String, List<Map<String, Object>>> joined) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put(stream.root(), root);
        for (Map.Entry<String, JoinSpec> entry : stream.join().entrySet()) {
            JoinSpec join = entry.getValue();
            List<Map<String, Object>> rows = joined.getOrDefault(entry.getKey(), List.of());
            if (rows.isEmpty() && join.required()) {
                return null;
            }
            List<Map<String, Object>> complete = new ArrayList<>(rows.size());
            for (Map<String, Object> row : rows) {
                complete.add(withLookups(row, new LinkedHashMap<>(row), join.lookup(), join.table(), faults));
            }
            value.put(entry.getKey(), join.many() ? complete : complete.isEmpty() ? null : complete.get(0));
        }
        withLookups(root, value, stream.lookup(), stream.root(), faults);
        String fault = faults.isEmpty() ? null : String.join("; ", faults);
        return new Assembled(name, RowKey.of(root, stream.id()).text(), value, fault);
    }

    /** Whether a root row is one of the stream's. */
    public static boolean matches(AggregateSpec stream, Map<String, Object> root) {
        return stream.when().entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(String.valueOf(root.get(condition.getKey()))));
    }

    private Map<String, Object> withLookups(
            Map<String, Object> row,
            Map<String, Object> target,
            Map<String, LookupSpec> lookups,
            String table,
            List<String> faults) {
        lookups.forEach((name, lookup) -> {
            List<Object> values = new ArrayList<>();
            plan.key(lookup.table())
                    .forEach(column -> values.add(row.get(lookup.on().get(column))));
            if (values.stream().noneMatch(value -> value == null || value.equals(""))) {
                Map<String, Object> found =
                        reference.find(lookup.table(), new RowKey(values)).orElse(null);
                target.put(name, found);
                if (found == null && lookup.required()) {
                    faults.add(table + "." + String.join(", ", lookup.on().values()) + " names a row that '"
                            + lookup.table() + "' does not have");
                }
            }
        });
        return target;
    }

    /** One stream's records of one transaction. */
    private final class StreamOfTransaction {
        private final String name;
        private final AggregateSpec stream;
        private final Collection<Written> roots;
        private final NavigableSet<Integer> places = new TreeSet<>();
        private final Map<String, Map<RowKey, List<Map<String, Object>>>> joins = new HashMap<>();

        StreamOfTransaction(String name, AggregateSpec stream, TransactionRows rows) {
            this.name = name;
            this.stream = stream;
            this.roots = rows.of(stream.root(), plan.key(stream.root()));
            if (roots.isEmpty()) {
                return;
            }
            roots.stream().filter(root -> root.kind() == Kind.INSERT).forEach(root -> places.add(root.place()));
            stream.join().forEach((key, join) -> joins.put(key, grouped(join, rows)));
        }

        /** Rows by what joins them to a root row: their columns, or the root row that was written last before them. */
        private Map<RowKey, List<Map<String, Object>>> grouped(JoinSpec join, TransactionRows rows) {
            Map<RowKey, List<Map<String, Object>>> groups = new HashMap<>();
            for (Written written : rows.of(join.table(), plan.key(join.table()))) {
                if (written.kind() != Kind.DELETE) {
                    RowKey group = join.on().isEmpty()
                            ? place(written)
                            : RowKey.of(written.row(), join.on().keySet());
                    groups.computeIfAbsent(group, g -> new ArrayList<>()).add(written.row());
                }
            }
            return groups;
        }

        private RowKey place(Written written) {
            Integer root = places.floor(written.place());
            return new RowKey(List.of(root != null ? root : places.isEmpty() ? -1 : places.first()));
        }

        void assemble(Consumer<Assembled> records) {
            for (Written root : roots) {
                // Of a deleted row often no more than its key is known.
                if (root.kind() != Kind.DELETE && !matches(stream, root.row())) {
                    continue;
                }
                switch (root.kind()) {
                    case DELETE -> {
                        if (stream.deletes() == Deletes.DELETE) {
                            records.accept(deleted(name, stream, RowKey.of(root.row(), stream.id())));
                        }
                    }
                    case UPDATE -> {
                        if (stream.updates() == Updates.EMIT) {
                            assemble(root, records);
                        }
                    }
                    default -> assemble(root, records);
                }
            }
        }

        private void assemble(Written root, Consumer<Assembled> records) {
            Map<String, List<Map<String, Object>>> joined = new HashMap<>();
            stream.join().forEach((key, join) -> {
                RowKey group = join.on().isEmpty()
                        ? new RowKey(List.of(root.place()))
                        : RowKey.of(root.row(), join.on().values());
                List<Map<String, Object>> rows = joins.get(key).getOrDefault(group, List.of());
                joined.put(
                        key,
                        rows.isEmpty() && join.earlier()
                                ? reference.matching(join.table(), join.on().keySet(), List.of(group))
                                : rows);
            });
            Assembled record = record(name, stream, root.row(), joined);
            if (record != null) {
                records.accept(record);
            }
        }
    }
}
