package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.model.IsoInstants;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Header;

/** Finds where a record comes from: its headers, or what the configuration says of records without. */
final class Origins {
    private final NormalizeConfig config;

    Origins(NormalizeConfig config) {
        this.config = config;
    }

    /** Empty when the record is none of a channel's: a heartbeat, a dead letter, somebody else's. */
    Optional<Provenance> of(ConnectRecord<?> record) {
        String channel = header(record, RecordHeaders.CHANNEL, config.getString(NormalizeConfig.CHANNEL));
        String stream = header(record, RecordHeaders.STREAM, config.getString(NormalizeConfig.STREAM));
        // A dead letter keeps the headers of the record it is about, and is none itself.
        boolean deadLetter = record.headers().lastWithName(DeadLetterHeaders.STAGE) != null;
        if (channel.isEmpty() || deadLetter) {
            return Optional.empty();
        }
        return Optional.of(new Provenance(
                header(record, RecordHeaders.TENANT, config.getString(NormalizeConfig.TENANT)),
                channel,
                header(record, RecordHeaders.INSTANCE, config.getString(NormalizeConfig.INSTANCE)),
                stream.isEmpty() ? record.topic().substring(record.topic().lastIndexOf('.') + 1) : stream,
                header(record, RecordHeaders.CAPTURE_MODE, config.getString(NormalizeConfig.CAPTURE_MODE)),
                capturedAt(record)));
    }

    /** The header; else the record's own timestamp, so that a replay gives the same event; else the epoch. */
    private static Instant capturedAt(ConnectRecord<?> record) {
        String text = header(record, RecordHeaders.CAPTURED_AT, "");
        if (!text.isEmpty()) {
            return IsoInstants.parse(text);
        }
        return Instant.ofEpochMilli(record.timestamp() == null ? 0 : record.timestamp());
    }

    static String header(ConnectRecord<?> record, String name, String byDefault) {
        Header header = record.headers().lastWithName(name);
        return header == null || header.value() == null
                ? byDefault
                : header.value().toString();
    }
}
