package io.unifiedcommerce.sourcekit;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record handed to Kafka Connect, equal only to itself. With transactions Connect looks each record up in the set of those
 * that end one, and a hash of all that a record holds took a seventh of a task's time.
 */
public final class HandedRecord extends SourceRecord {

    /** @param key null for none */
    public HandedRecord(
            Map<String, ?> partition,
            Map<String, ?> offset,
            String topic,
            String key,
            Schema valueSchema,
            Object value,
            Iterable<Header> headers) {
        super(
                partition,
                offset,
                topic,
                null,
                key == null ? null : Schema.STRING_SCHEMA,
                key,
                valueSchema,
                value,
                null,
                headers);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
