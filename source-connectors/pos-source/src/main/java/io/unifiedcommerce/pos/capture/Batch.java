package io.unifiedcommerce.pos.capture;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** Records that go to Kafka together: those of one whole transaction, or a piece of what was read at the start. */
public record Batch(List<SourceRecord> records) {}
