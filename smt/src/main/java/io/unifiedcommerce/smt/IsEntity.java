package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.record.RecordHeaders;
import org.apache.kafka.connect.connector.ConnectRecord;

/** True for records of one of the given unified entities; before normalising, of one of the given streams. */
public final class IsEntity<R extends ConnectRecord<R>> extends ProvenancePredicate<R> {
    public IsEntity() {
        super(
                "entities",
                RecordHeaders.STREAM,
                "entity",
                "Names of entities, such as order; of streams for records that are not normalised yet.");
    }
}
