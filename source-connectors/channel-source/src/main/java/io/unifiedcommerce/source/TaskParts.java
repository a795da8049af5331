package io.unifiedcommerce.source;

import io.unifiedcommerce.sourcekit.RecordBuffer;
import java.time.Clock;
import java.time.Duration;

/** What all work of a task shares. */
record TaskParts(RecordFactory records, RecordBuffer buffer, Duration heartbeatInterval, Clock clock) {}
