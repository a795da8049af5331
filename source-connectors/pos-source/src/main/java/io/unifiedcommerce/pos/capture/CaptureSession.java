package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Fence;
import io.unifiedcommerce.pos.database.Finding;
import io.unifiedcommerce.pos.database.HistoryReader;
import io.unifiedcommerce.pos.database.Preflight;
import io.unifiedcommerce.pos.database.TillDatabaseException;
import io.unifiedcommerce.pos.database.TillReader;
import io.unifiedcommerce.pos.database.TillSlot;
import io.unifiedcommerce.pos.record.Assembled;
import io.unifiedcommerce.pos.record.RecordAssembler;
import io.unifiedcommerce.pos.record.RecordPlan;
import io.unifiedcommerce.pos.record.ReferenceRows;
import io.unifiedcommerce.pos.record.RowChange;
import io.unifiedcommerce.pos.record.Translations;
import io.unifiedcommerce.pos.record.WholeRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * One stay with the database, from connecting to losing it: checks, fills the memories, reads what was there before, then
 * follows the log. Used by one thread.
 */
final class CaptureSession {
    static final Duration CONNECT = Duration.ofSeconds(5);

    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int CHUNK = 500;

    private final RecordPlan plan;
    private final CaptureSettings settings;
    private final Handover handover;
    private final BooleanSupplier running;
    private final Clock clock;
    private final RecordFactory factory;
    private final Translations translations;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private Instant told;

    /** Where a session puts records, and what it asks for. */
    interface Handover {
        /** Hands records over with the position that the last of them carries; waits while the queue is full. */
        void put(List<SourceRecord> records, Position position) throws InterruptedException;

        /** The position of the last records handed over. */
        Position position();

        /** The position that Connect has stored. */
        Position stored();

        /** Whether Connect has stored offsets since this was last asked. */
        boolean committed();

        CaptureMetrics metrics();
    }

    CaptureSession(RecordPlan plan, CaptureSettings settings, Handover handover, BooleanSupplier running, Clock clock) {
        this.plan = plan;
        this.settings = settings;
        this.handover = handover;
        this.running = running;
        this.clock = clock;
        this.told = clock.instant();
        this.factory = new RecordFactory(plan.manifest(), settings, handover.metrics(), clock);
        this.translations = Translations.of(plan.manifest(), settings.options());
    }

    /**
     * Captures until it shall stop.
     *
     * @throws CaptureFault when somebody has to mend something first
     */
    void run() throws SQLException, InterruptedException {
        OffsetDateTime begun = prepare();
        try (TillReader reader = new TillReader(connect(), plan.manifest(), translations)) {
            TransactionAssembly.Memory memory = load(reader);
            TransactionAssembly assembly =
                    new TransactionAssembly(plan, memory, factory, handover.position(), settings.transactionRows());
            follow(new ChangeReader(plan, translations, reader), assembly, new StreamEnd(plan, settings, begun));
        }
    }

    /** Breaks off whatever the session waits for in the database; for another thread, once it shall stop. */
    void cancel() {
        for (Connection connection : connections) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                throw new TillDatabaseException("Could not break off a statement", e);
            }
        }
    }

    private Connection connect() throws SQLException, InterruptedException {
        Connection connection = settings.address().connect(CONNECT, ANSWER);
        connections.add(connection);
        if (!running.getAsBoolean()) {
            connection.close();
            throw new InterruptedException("stopped");
        }
        return connection;
    }

    /** Makes the slot ready, and tells the time by the server's clock. */
    private OffsetDateTime prepare() throws SQLException, InterruptedException {
        try (Connection connection = connect()) {
            List<Finding> findings = new Preflight(plan, settings.capture()).check(connection);
            if (!findings.isEmpty()) {
                throw new CaptureFault(findings.stream().map(Finding::message).collect(Collectors.joining("; ")));
            }
            TillSlot slot = new TillSlot(connection, plan, settings.capture());
            if (handover.position().read()) {
                ensureNothingIsLost(slot.confirmed());
            }
            slot.create();
            return slot.now();
        }
    }

    private void ensureNothingIsLost(OptionalLong confirmed) {
        Object lsn = handover.position().engine().get("lsn");
        String lost = null;
        if (confirmed.isEmpty()) {
            lost = "is gone";
        } else if (lsn instanceof Number reached && confirmed.getAsLong() > reached.longValue()) {
            lost = "was read further than Kafka has records";
        }
        if (lost != null) {
            throw new CaptureFault("The replication slot '"
                    + settings.capture().slot() + "' of "
                    + settings.provenance().instance() + " " + lost
                    + ", so changes are lost. Stop the connector and delete its offsets: the next start reads everything"
                    + " anew");
        }
    }

    /** Fills the memories and, at the first start, hands over what was there before, all as of one moment. */
    private TransactionAssembly.Memory load(TillReader reader) throws InterruptedException {
        ReferenceRows reference = new ReferenceRows(plan.referenceTables(), settings.referenceRows(), reader);
        WholeRows whole = new WholeRows(plan.wholeTables());
        RecordAssembler assembler = new RecordAssembler(plan, reference, whole, translations);
        HistoryReader history = new HistoryReader(plan, reader, assembler, settings.since());
        Fence fence = reader.begin();
        for (String table : plan.referenceTables().keySet()) {
            reader.each(
                    table,
                    settings.referenceRows(),
                    row -> reference.apply(new RowChange(table, RowChange.Kind.INSERT, Map.of(), row)));
        }
        HistoryReader.load(whole, plan, reader);
        if (!handover.position().read()) {
            history(history, whole, fence);
        }
        reader.end();
        return new TransactionAssembly.Memory(assembler, reference, whole, history, fence);
    }

    private void history(HistoryReader history, WholeRows whole, Fence fence) throws InterruptedException {
        Commit at = Commit.of(fence);
        Map<String, Object> commit = at.fields("snapshot");
        List<Assembled> chunk = new ArrayList<>(CHUNK);
        history.read(whole, record -> {
            chunk.add(record);
            if (chunk.size() == CHUNK) {
                handOver(chunk, commit);
            }
        });
        handOver(chunk, commit);
        Position read = new Position(true, Map.of(), fence, at, 0);
        handover.put(List.of(factory.heartbeat(read)), read);
    }

    private void handOver(List<Assembled> chunk, Map<String, Object> commit) throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>(chunk.size());
        for (Assembled record : chunk) {
            records.add(factory.record(record, "SNAPSHOT", commit, Position.START));
        }
        chunk.clear();
        handover.put(records, Position.START);
    }

    private void follow(ChangeReader changes, TransactionAssembly assembly, StreamEnd end) throws InterruptedException {
        Map<String, String> properties = EngineProperties.of(plan, settings);
        ChangeStream stream = new ChangeStream(properties, handover.position().engine(), handover::stored);
        try {
            stream.start();
            while (running.getAsBoolean()) {
                if (handover.committed()) {
                    stream.commit();
                }
                for (SourceRecord event : stream.poll()) {
                    take(changes.read(event), assembly);
                }
                heartbeat(assembly);
            }
        } finally {
            end.end(stream);
        }
    }

    private void take(CapturedEvent event, TransactionAssembly assembly) throws InterruptedException {
        if (event instanceof CapturedEvent.Row row) {
            handover.metrics().rows(1);
            assembly.add(row);
        } else if (event instanceof CapturedEvent.Message message) {
            assembly.message(message);
        } else if (event instanceof CapturedEvent.End end) {
            assembly.end(end, this::put);
        }
    }

    private void put(List<SourceRecord> records, Position position) throws InterruptedException {
        if (!records.isEmpty()) {
            handover.put(records, position);
            handover.metrics().committedAt(position.last().micros());
            told = clock.instant();
        }
    }

    /** Brings the position into Connect's offsets when nothing else does: the server may then forget what is behind. */
    private void heartbeat(TransactionAssembly assembly) throws InterruptedException {
        boolean due = !settings.heartbeat().isZero() && !clock.instant().isBefore(told.plus(settings.heartbeat()));
        if (due && !assembly.position().equals(handover.position())) {
            put(List.of(factory.heartbeat(assembly.position())), assembly.position());
        }
    }
}
