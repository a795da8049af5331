package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.read.Capture;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.Rereader;
import io.unifiedcommerce.source.webhook.WebhookInbox;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.Incident;
import io.unifiedcommerce.sourcekit.Outgoing;
import io.unifiedcommerce.sourcekit.SizeEstimate;
import io.unifiedcommerce.sourcekit.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;

/** Follows hints: reads the records again and closes the tickets when Kafka has them. */
final class HintWork implements Work {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final TaskParts parts;
    private final ApiManifest manifest;
    private final WebhookInbox inbox;
    private final Function<String, Rereader> rereaders;
    private final Acknowledgements acknowledgements;
    private final Map<String, String> partition;
    private final Incident incident;
    private final StreamMeter meter;

    /** @param rereaders by stream; always the same for the same stream */
    HintWork(
            TaskParts parts,
            ApiManifest manifest,
            WebhookInbox inbox,
            Function<String, Rereader> rereaders,
            Acknowledgements acknowledgements,
            Map<String, String> partition,
            Incident incident,
            StreamMeter meter) {
        this.parts = parts;
        this.manifest = manifest;
        this.inbox = inbox;
        this.rereaders = rereaders;
        this.acknowledgements = acknowledgements;
        this.partition = partition;
        this.incident = incident;
        this.meter = meter;
    }

    @Override
    public Instant due() {
        return Instant.MIN;
    }

    @Override
    public void run() throws InterruptedException {
        WebhookInbox.Hints hints = inbox.take(stream -> rereaders.apply(stream).maxIds(), PATIENCE);
        if (hints == null) {
            return;
        }
        try {
            send(read(hints), hints.tickets());
        } catch (ChannelException e) {
            // The platform delivers again, and polling finds the change in any case.
            hints.tickets().forEach(ticket -> ticket.close(Ticket.Outcome.AGAIN));
            throw e;
        }
    }

    private List<Emission> read(WebhookInbox.Hints hints) {
        if (hints.record() != null) {
            String id = manifest.streams().get(hints.stream()).id();
            return List.of(Emission.told(hints.stream(), id, hints.record()));
        }
        if (hints.deleted()) {
            return hints.ids().stream()
                    .<Emission>map(id -> Rereader.deleted(manifest, hints.stream(), id))
                    .toList();
        }
        try {
            return rereaders.apply(hints.stream()).read(hints.ids(), hints.slice());
        } catch (ChannelException.Rejected e) {
            if (e.status() == 404 || e.status() == 410) {
                // Gone in the meantime; a notification of its own tells that.
                return List.of();
            }
            throw e;
        }
    }

    private void send(List<Emission> emissions, List<Ticket> tickets) throws InterruptedException {
        Instant now = parts.clock().instant();
        // Nothing is ever read from this position: what a webhook told and Kafka does not have is delivered again.
        Map<String, Object> offset = Position.live(now).toOffset();
        List<SourceRecord> records = new ArrayList<>();
        for (Emission emission : emissions) {
            records.add(parts.records().record(partition, offset, emission, Capture.WEBHOOK, now));
            if (emission instanceof Emission.ChannelRecord record) {
                meter.record(record.changedAt());
            } else {
                meter.unreadable();
            }
        }
        acknowledgements.expect(records, tickets);
        for (SourceRecord record : records) {
            parts.buffer().put(new Outgoing(record, SizeEstimate.of(record.value()), true));
        }
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
        // the listener is closed by its own work
    }
}
