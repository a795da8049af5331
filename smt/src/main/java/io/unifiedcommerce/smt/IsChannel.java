package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.record.RecordHeaders;
import org.apache.kafka.connect.connector.ConnectRecord;

/** True for records of one of the given channels, such as shopify. */
public final class IsChannel<R extends ConnectRecord<R>> extends ProvenancePredicate<R> {
    public IsChannel() {
        super("channels", RecordHeaders.CHANNEL, "channel", "Names of channels.");
    }
}
