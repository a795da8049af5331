package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.record.RecordHeaders;
import org.apache.kafka.connect.connector.ConnectRecord;

/** True for records captured in one of the given ways, such as SNAPSHOT. */
public final class IsCaptureMode<R extends ConnectRecord<R>> extends ProvenancePredicate<R> {
    public IsCaptureMode() {
        super(
                "modes",
                RecordHeaders.CAPTURE_MODE,
                "capture_mode",
                "Of WEBHOOK, POLL, CDC, SNAPSHOT, BACKFILL, REPLAY.");
    }
}
