package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Fence;
import io.unifiedcommerce.pos.database.HistoryReader;
import io.unifiedcommerce.pos.record.Assembled;
import io.unifiedcommerce.pos.record.RecordAssembler;
import io.unifiedcommerce.pos.record.RecordPlan;
import io.unifiedcommerce.pos.record.ReferenceRows;
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
 * Collects the rows of one database transaction and, at its end, hands over its records and the position after them. Used by
 * one thread.
 *
 * <p>A transaction that writes more rows than may be held, such as an import of the catalogue, is remembered by its ids only,
 * and its records are read from the tables at its end, as those from before the capture are. They come in several batches, each
 * of which carries how far it reaches: after a crash in between, the transaction is read once more and goes on from there.
 */
final class TransactionAssembly {
    private static final String MODE = "CDC";

    private final RecordPlan plan;
    private final Memory memory;
    private final RecordFactory factory;
    private final int mostRows;
    private Position position;
    private Open open;

    /**
     * What a session keeps in memory and reads from.
     *
     * @param loaded what the memory of whole tables contained at the start
     */
    record Memory(
            RecordAssembler assembler, ReferenceRows reference, WholeRows whole, HistoryReader history, Fence loaded) {}

    /** Takes a batch and the position that its last record carries. */
    interface Output {
        void put(List<SourceRecord> records, Position position) throws InterruptedException;
    }

    /** The transaction whose rows are coming. */
    private static final class Open {
        private final long xid;
        private final long micros;
        private final boolean inMemory;
        private final boolean alreadyRead;
        private final Map<String, Set<RowKey>> touched = new HashMap<>();
        private TransactionRows rows = new TransactionRows();
        private TransactionIds ids;
        private long count;

        Open(CapturedEvent.Row first, Fence loaded, Fence read) {
            xid = first.xid();
            micros = first.micros();
            inMemory = loaded.contains(xid, first.lsn());
            alreadyRead = read != null && read.contains(xid, first.lsn());
        }
    }

    /**
     * @param position after which the changes come
     * @param mostRows of one transaction that are held
     */
    TransactionAssembly(RecordPlan plan, Memory memory, RecordFactory factory, Position position, int mostRows) {
        this.plan = plan;
        this.memory = memory;
        this.factory = factory;
        this.position = position;
        this.mostRows = mostRows;
    }

    Position position() {
        return position;
    }

    /** Adds a row; memories take it in at once, since the server only sends what was committed. */
    void add(CapturedEvent.Row row) {
        if (open == null) {
            open = new Open(row, memory.loaded(), position.fence());
        } else if (open.xid != row.xid()) {
            throw new ConnectException("Rows of transaction " + row.xid() + " came before the end of " + open.xid
                    + "; the capture cannot tell whole sales any more");
        }
        open.count++;
        memory.reference().apply(row.change());
        Set<RowKey> ids = open.inMemory
                ? memory.whole().touched(row.change())
                : memory.whole().apply(row.change());
        open.touched
                .computeIfAbsent(row.change().table(), table -> new LinkedHashSet<>())
                .addAll(ids);
        if (open.ids != null) {
            open.ids.add(row.change());
        } else {
            open.rows.add(row.change());
            // One that came in pieces before goes on in pieces, even when it may be held by now.
            if (open.rows.count() > mostRows || position.done() > 0) {
                open.ids = new TransactionIds(plan, open.rows);
                open.rows = null;
            }
        }
    }

    /** A message outside of any transaction: all that was committed before it has come. */
    void message(CapturedEvent.Message message) {
        if (open == null) {
            position = position.after(message.offset(), position.last());
        }
    }

    /** Ends the transaction and hands its records over. */
    void end(CapturedEvent.End end, Output output) throws InterruptedException {
        if (open == null) {
            position = position.after(end.offset(), position.last());
            return;
        }
        if (open.xid != end.xid() || open.count != end.rows()) {
            throw new ConnectException("Transaction " + end.xid() + " ended after " + end.rows() + " rows, but "
                    + open.count + " of " + open.xid + " came");
        }
        if (open.alreadyRead) {
            position = position.after(end.offset(), position.last());
        } else {
            records(end, output);
        }
        open = null;
    }

    private void records(CapturedEvent.End end, Output output) throws InterruptedException {
        Commit last = open.inMemory ? position.last() : position.last().orLater(Commit.of(memory.loaded()));
        Commit commit = last.next(open.micros, Position.lsn(end.offset()));
        Position before = position;
        position = position.after(end.offset(), commit);
        if (open.ids == null) {
            List<Assembled> assembled = memory.assembler().assemble(open.rows, open.touched);
            output.put(records(assembled, commit, before, position), position);
            return;
        }
        open.ids.read(memory, open.touched, before.done(), (assembled, from, to) -> {
            if (!assembled.isEmpty()) {
                Position reached = before.inside(to);
                output.put(records(assembled, commit, before.inside(from), reached), reached);
            }
        });
        output.put(List.of(factory.heartbeat(position)), position);
    }

    private List<SourceRecord> records(List<Assembled> assembled, Commit commit, Position before, Position after) {
        List<SourceRecord> records = new ArrayList<>(assembled.size());
        for (int i = 0; i < assembled.size(); i++) {
            records.add(record(assembled.get(i), commit, i < assembled.size() - 1 ? before : after));
        }
        return records;
    }

    private SourceRecord record(Assembled record, Commit commit, Position at) {
        // A whole record shows the rows as they are in memory, so it tells when these were read if that was later.
        boolean later = open.inMemory && plan.streams().get(record.stream()).whole();
        Commit told = later ? Commit.of(memory.loaded()) : commit;
        return factory.record(record, MODE, told.fields(Long.toString(open.xid)), at);
    }
}
