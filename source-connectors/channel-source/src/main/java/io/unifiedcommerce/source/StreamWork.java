package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.read.Batch;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.StreamReader;
import io.unifiedcommerce.sourcekit.Incident;
import io.unifiedcommerce.sourcekit.Outgoing;
import io.unifiedcommerce.sourcekit.SizeEstimate;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceRecord;

/** Reads one stream, or one slice of it, window by window, and sends its offset along with its records or by heartbeats. */
final class StreamWork implements Work {
    private final TaskParts parts;
    private final Map<String, String> partition;
    private final Supplier<StreamReader> opening;
    private final Incident incident;
    private final StreamMeter meter;
    private StreamReader reader;
    private Position sent;
    private Instant sentAt = Instant.MIN;
    private boolean sentWhole = true;

    /** @param opening makes the reader at the stored offset, which takes a look into Kafka */
    StreamWork(
            TaskParts parts,
            Map<String, String> partition,
            Supplier<StreamReader> opening,
            Incident incident,
            StreamMeter meter) {
        this.parts = parts;
        this.partition = partition;
        this.opening = opening;
        this.incident = incident;
        this.meter = meter;
    }

    @Override
    public Instant due() {
        return reader == null ? Instant.MIN : reader.due();
    }

    @Override
    public void run() throws InterruptedException {
        if (reader == null) {
            reader = opening.get();
        }
        Instant now;
        do {
            send(reader.next());
            now = parts.clock().instant();
        } while (reader.inWindow() && !reader.due().isAfter(now));
        beat(now);
    }

    private void send(Batch batch) throws InterruptedException {
        Instant now = parts.clock().instant();
        int last = batch.emissions().size() - 1;
        Map<String, Object> before = last > 0 ? batch.before().toOffset() : null;
        for (int i = 0; i <= last; i++) {
            Emission emission = batch.emissions().get(i);
            Map<String, Object> offset = i < last ? before : batch.after().toOffset();
            SourceRecord record = parts.records().record(partition, offset, emission, batch.capture(), now);
            count(emission);
            parts.buffer().put(new Outgoing(record, SizeEstimate.of(record.value()), i == last && batch.whole()));
        }
        if (last >= 0) {
            sent = batch.after();
            sentAt = now;
            sentWhole = batch.whole();
        }
    }

    private void count(Emission emission) {
        if (emission instanceof Emission.ChannelRecord record) {
            meter.record(record.changedAt());
        } else {
            meter.unreadable();
        }
    }

    /** Offsets travel only with records: without a beat an idle stream would begin where it was long ago. */
    private void beat(Instant now) throws InterruptedException {
        Position position = reader.position();
        if (position == null || position.equals(sent)) {
            return;
        }
        // A window whose last page brought nothing new has no record to end with, and a transaction may be waiting for
        // it.
        boolean ends = !sentWhole && !reader.inWindow();
        if (!ends && now.isBefore(sentAt.plus(parts.heartbeatInterval()))) {
            return;
        }
        SourceRecord record = parts.records().heartbeat(partition, position.toOffset(), now);
        sentWhole = !reader.inWindow();
        parts.buffer().put(new Outgoing(record, SizeEstimate.of(record.value()), sentWhole));
        sent = position;
        sentAt = now;
    }

    @Override
    public Incident incident() {
        return incident;
    }

    @Override
    public StreamMeter meter() {
        return meter;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
