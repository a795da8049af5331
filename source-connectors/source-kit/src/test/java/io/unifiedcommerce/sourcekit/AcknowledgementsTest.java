package io.unifiedcommerce.sourcekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final List<Ticket.Outcome> answers = new ArrayList<>();
    private final Ticket ticket = new Ticket(answers::add);

    @Test
    void aTicketIsClosedOnceAllItsRecordsAreStored() {
        List<SourceRecord> records = List.of(record(), record());
        acknowledgements.expect(records, List.of(ticket));
        acknowledgements.stored(records.get(1));
        acknowledgements.stored(records.get(1));
        assertThat(answers).as("one record told of twice").isEmpty();
        acknowledgements.stored(records.get(0));
        assertThat(answers).containsExactly(Ticket.Outcome.STORED);
    }

    @Test
    void nothingToStoreIsStored() {
        acknowledgements.expect(List.of(), List.of(ticket));
        assertThat(answers).containsExactly(Ticket.Outcome.STORED);
    }

    @Test
    void whatIsForgottenClosesNothing() {
        List<SourceRecord> records = List.of(record());
        acknowledgements.expect(records, List.of(ticket));
        acknowledgements.forget(records);
        acknowledgements.stored(records.get(0));
        assertThat(answers).isEmpty();
        ticket.close(Ticket.Outcome.AGAIN);
        ticket.close(Ticket.Outcome.STORED);
        assertThat(answers).as("answered once").containsExactly(Ticket.Outcome.AGAIN);
    }

    private static SourceRecord record() {
        return new HandedRecord(Map.of(), Map.of(), "topic", null, null, null, new ConnectHeaders());
    }
}
