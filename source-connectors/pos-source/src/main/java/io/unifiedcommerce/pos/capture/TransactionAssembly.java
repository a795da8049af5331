package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Fence;
import io.unifiedcommerce.pos.record.Assembled;
import io.unifiedcommerce.pos.record.RecordAssembler;
import io.unifiedcommerce.pos.record.RecordPlan;
import io.unifiedcommerce.pos.record.ReferenceRows;
import io.unifiedcommerce.pos.record.RowChange;
import io.unifiedcommerce.pos.record.RowKey;
import io.unifiedcommerce.pos.record.TransactionRows;
import io.unifiedcommerce.pos.record.WholeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Collects the rows of one database transaction and, at its end, makes its records and the position after them. Used by one
 * thread.
 */
final class TransactionAssembly {
    private static final String MODE = "CDC";

    private final RecordPlan plan;
    private final RecordAssembler assembler;
    private final ReferenceRows reference;
    private final WholeRows whole;
    private final RecordFactory factory;
    private final Fence loaded;
    private final List<RowChange> changes = new ArrayList<>();
    private Position position;
    private CapturedEvent.Row first;

    /**
     * @param loaded what the memory of whole tables contains
     * @param position after which the changes come
     */
    TransactionAssembly(
            RecordPlan plan,
            RecordAssembler assembler,
            ReferenceRows reference,
            WholeRows whole,
            RecordFactory factory,
            Fence loaded,
            Position position) {
        this.plan = plan;
        this.assembler = assembler;
        this.reference = reference;
        this.whole = whole;
        this.factory = factory;
        this.loaded = loaded;
        this.position = position;
    }

    Position position() {
        return position;
    }

    void add(CapturedEvent.Row row) {
        if (first == null) {
            first = row;
        } else if (first.xid() != row.xid()) {
            throw new ConnectException("Rows of transaction " + row.xid() + " came before the end of " + first.xid()
                    + "; the capture cannot tell whole sales any more");
        }
        changes.add(row.change());
    }

    /** A message outside of any transaction: all that was committed before it has come. */
    void message(CapturedEvent.Message message) {
        if (first == null) {
            position = position.after(message.offset(), position.last());
        }
    }

    /**
     * Ends the transaction.
     *
     * @return its records; the last one carries the position after it. Empty when it wrote nothing that matters
     */
    List<SourceRecord> end(CapturedEvent.End end) {
        if (first == null) {
            position = position.after(end.offset(), position.last());
            return List.of();
        }
        if (first.xid() != end.xid() || changes.size() != end.rows()) {
            throw new ConnectException("Transaction " + end.xid() + " ended after " + end.rows() + " rows, but "
                    + changes.size() + " of " + first.xid() + " came");
        }
        List<SourceRecord> records = records(end, Position.lsn(end.offset()));
        changes.clear();
        first = null;
        return records;
    }

    private List<SourceRecord> records(CapturedEvent.End end, long lsn) {
        boolean inMemory = loaded.contains(first.xid(), lsn);
        boolean alreadyRead = position.fence() != null && position.fence().contains(first.xid(), lsn);
        Commit last = inMemory ? position.last() : position.last().orLater(Commit.of(loaded));
        Commit commit = last.next(first.micros(), lsn);
        Position before = position;
        TransactionRows rows = new TransactionRows();
        Map<String, Set<RowKey>> touched = new HashMap<>();
        for (RowChange change : changes) {
            rows.add(change);
            reference.apply(change);
            Set<RowKey> ids = inMemory ? whole.touched(change) : whole.apply(change);
            touched.computeIfAbsent(change.table(), table -> new LinkedHashSet<>())
                    .addAll(ids);
        }
        if (alreadyRead) {
            position = position.after(end.offset(), position.last());
            return List.of();
        }
        position = position.after(end.offset(), commit);
        List<Assembled> assembled = assembler.assemble(rows, touched);
        List<SourceRecord> records = new ArrayList<>(assembled.size());
        for (int i = 0; i < assembled.size(); i++) {
            Assembled record = assembled.get(i);
            // A whole record shows the rows as they are in memory, so it tells when these were read if that was later.
            Commit at = inMemory && plan.streams().get(record.stream()).whole() ? Commit.of(loaded) : commit;
            records.add(factory.record(
                    record,
                    MODE,
                    at.fields(Long.toString(end.xid())),
                    at,
                    i < assembled.size() - 1 ? before : position));
        }
        return records;
    }
}
