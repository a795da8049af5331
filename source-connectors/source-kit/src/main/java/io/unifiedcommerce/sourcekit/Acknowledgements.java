package io.unifiedcommerce.sourcekit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Closes tickets when Kafka has all records they stand for. Connect tells of the very instances that poll() returned, on
 * threads of its own. Safe for use by several threads.
 */
public final class Acknowledgements {
    private record Delivery(AtomicInteger missing, List<Ticket> tickets) {
        private void arrived() {
            if (missing.decrementAndGet() == 0) {
                tickets.forEach(ticket -> ticket.close(Ticket.Outcome.STORED));
            }
        }
    }

    private final Map<SourceRecord, Delivery> expected = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Has the tickets closed when all these records are stored; at once when there are none. */
    public void expect(List<SourceRecord> records, List<Ticket> tickets) {
        if (records.isEmpty()) {
            tickets.forEach(ticket -> ticket.close(Ticket.Outcome.STORED));
            return;
        }
        Delivery delivery = new Delivery(new AtomicInteger(records.size()), tickets);
        records.forEach(record -> expected.put(record, delivery));
    }

    /** Takes back what was expected of records that are not handed over after all; their tickets stay open. */
    public void forget(List<SourceRecord> records) {
        records.forEach(expected::remove);
    }

    /** Notes that Kafka has a record, or that a transform filtered it: then nothing is wanted of it. */
    public void stored(SourceRecord record) {
        Delivery delivery = expected.remove(record);
        if (delivery != null) {
            delivery.arrived();
        }
    }
}
