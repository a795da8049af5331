package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.channel.manifest.DatabaseManifest.AggregateSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Deletes;
import io.unifiedcommerce.channel.manifest.DatabaseManifest.Updates;
import io.unifiedcommerce.pos.database.HistoryReader;
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

    /** Reads the records as the tables have them now. */
    void read(TransactionAssembly.Memory memory, Map<String, Set<RowKey>> touched, HistoryReader.RecordSink sink)
            throws InterruptedException {
        for (Map.Entry<String, AggregateSpec> entry : plan.streams().entrySet()) {
            String name = entry.getKey();
            AggregateSpec stream = entry.getValue();
            if (stream.whole()) {
                for (RowKey id : touched.getOrDefault(stream.root(), Set.of())) {
                    sink.accept(memory.assembler().wholeRecord(name, stream, id));
                }
                continue;
            }
            if (stream.deletes() == Deletes.DELETE) {
                for (RowKey id : deleted.getOrDefault(name, Set.of())) {
                    sink.accept(memory.assembler().deleted(name, stream, id));
                }
            }
            if (stream.unless() == null || !insertedInto.contains(stream.unless())) {
                List<RowKey> ids = new ArrayList<>(written.getOrDefault(name, Set.of()));
                for (int i = 0; i < ids.size(); i += CHUNK) {
                    memory.history().read(name, stream, ids.subList(i, Math.min(i + CHUNK, ids.size())), sink);
                }
            }
        }
    }
}
