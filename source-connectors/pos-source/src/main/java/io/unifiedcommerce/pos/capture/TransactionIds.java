package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.channel.manifest.DatabaseManifest.AggregateSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Deletes;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Updates;
import io.unifiedcommerce.pos.database.HistoryReader;
import io.unifiedcommerce.pos.record.Assembled;
import io.unifiedcommerce.pos.record.RecordPlan;
import io.unifiedcommerce.pos.record.RowChange;
import io.unifiedcommerce.pos.record.RowChange.Kind;
import io.unifiedcommerce.pos.record.RowKey;
import io.unifiedcommerce.pos.record.TransactionRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records that a large transaction wrote, by their ids. Used by one thread. */
final class TransactionIds {
    private static final int CHUNK = 200;

    private final RecordPlan plan;
    private final Map<String, Set<RowKey>> written = new LinkedHashMap<>();
    private final Map<String, Set<RowKey>> deleted = new LinkedHashMap<>();
    private final Set<String> insertedInto = new LinkedHashSet<>();
    /** Which ids a truncation touches is known from memory only, and after a restart that is another one. */
    private boolean truncated;

    /** Takes a piece of the records, and how many ids were read before it and are with it. */
    interface Pieces {
        void accept(List<Assembled> records, long before, long after) throws InterruptedException;
    }

    private interface Reader {
        void read(List<RowKey> ids, HistoryReader.RecordSink sink) throws InterruptedException;
    }

    private interface RecordOfId {
        Assembled of(String name, AggregateSpec stream, RowKey id);
    }

    private record Ids(List<RowKey> ids, Reader reader) {
        static Ids of(Set<RowKey> ids, Reader reader) {
            return new Ids(ids == null ? List.of() : List.copyOf(ids), reader);
        }
    }

    /**
     * @param rows the first ones of the transaction
     */
    TransactionIds(RecordPlan plan, TransactionRows rows) {
        this.plan = plan;
        rows.changes().forEach(this::add);
    }

    void add(RowChange change) {
        if (change.kind() == Kind.INSERT) {
            insertedInto.add(change.table());
        }
        if (change.kind() == Kind.TRUNCATE) {
            truncated = true;
            return;
        }
        plan.streams().forEach((name, stream) -> {
            boolean ignored = change.kind() == Kind.UPDATE && stream.updates() == Updates.IGNORE;
            if (stream.root().equals(change.table()) && !stream.whole() && !ignored) {
                RowKey id = RowKey.of(change.row(), stream.id());
                set(change.kind() == Kind.DELETE ? deleted : written, name).add(id);
                set(change.kind() == Kind.DELETE ? written : deleted, name).remove(id);
            }
        });
    }

    private static Set<RowKey> set(Map<String, Set<RowKey>> sets, String stream) {
        return sets.computeIfAbsent(stream, name -> new LinkedHashSet<>());
    }

    /**
     * Reads the records as the tables have them now, piece by piece, and always in the same order.
     *
     * @param done how many ids to leave out, because their records came before
     */
    void read(TransactionAssembly.Memory memory, Map<String, Set<RowKey>> touched, long done, Pieces pieces)
            throws InterruptedException {
        long passed = 0;
        for (Ids list : lists(memory, touched)) {
            int size = list.ids().size();
            for (int i = (int) Math.min(size, Math.max(0, done - passed)); i < size; i += CHUNK) {
                int end = Math.min(i + CHUNK, size);
                List<Assembled> records = new ArrayList<>(CHUNK);
                list.reader().read(list.ids().subList(i, end), records::add);
                pieces.accept(records, truncated ? 0 : passed + i, truncated ? 0 : passed + end);
            }
            passed += size;
        }
    }

    private List<Ids> lists(TransactionAssembly.Memory memory, Map<String, Set<RowKey>> touched) {
        List<Ids> lists = new ArrayList<>();
        plan.streams().forEach((name, stream) -> {
            if (stream.whole()) {
                lists.add(Ids.of(touched.get(stream.root()), each(memory.assembler()::wholeRecord, name, stream)));
                return;
            }
            if (stream.deletes() == Deletes.DELETE) {
                lists.add(Ids.of(deleted.get(name), each(memory.assembler()::deleted, name, stream)));
            }
            if (stream.unless() == null || !insertedInto.contains(stream.unless())) {
                lists.add(Ids.of(
                        written.get(name), (ids, sink) -> memory.history().read(name, stream, ids, sink)));
            }
        });
        return lists;
    }

    private static Reader each(RecordOfId record, String name, AggregateSpec stream) {
        return (ids, sink) -> {
            for (RowKey id : ids) {
                sink.accept(record.of(name, stream, id));
            }
        };
    }
}
