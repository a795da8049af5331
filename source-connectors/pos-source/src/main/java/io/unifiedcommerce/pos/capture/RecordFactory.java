package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.channel.config.ContextFields;
import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.pos.capture.CaptureSettings.Provenance;
import io.unifiedcommerce.pos.record.Assembled;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes Connect records of assembled ones, with their provenance and their commit. Their timestamp is left to Kafka, whose
 * retention would else delete what comes late.
 */
final class RecordFactory {
    private static final String COMPONENT = "pos-source";
    private static final String CONNECTOR_NAME = "__connect.errors.connector.name";

    private final Provenance provenance;
    private final Map<String, Object> context;
    private final CaptureMetrics metrics;
    private final Clock clock;

    RecordFactory(DatabaseManifest manifest, CaptureSettings settings, CaptureMetrics metrics, Clock clock) {
        this.provenance = settings.provenance();
        this.context = ContextFields.of(manifest.context(), settings.options());
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A record of a stream, or its dead letter when it has a fault.
     *
     * @param mode SNAPSHOT or CDC
     * @param position that is reached when the record is in Kafka
     */
    SourceRecord record(Assembled assembled, String mode, Map<String, Object> commit, Position position) {
        Map<String, Object> value = new LinkedHashMap<>(assembled.value());
        value.put("$context", context);
        value.put("$commit", commit);
        String topic = provenance.topicPrefix() + ".raw." + provenance.channel() + "." + assembled.stream();
        ConnectHeaders headers = headers(assembled.stream(), mode);
        boolean dead = assembled.fault() != null;
        if (dead) {
            metrics.deadLetter();
            headers.addString(DeadLetterHeaders.TOPIC, topic);
            headers.addString(CONNECTOR_NAME, provenance.connector());
            headers.addString(DeadLetterHeaders.STAGE, "TASK_POLL");
            headers.addString(DeadLetterHeaders.CLASS, RecordFactory.class.getName());
            headers.addString(DeadLetterHeaders.EXCEPTION, DataException.class.getName());
            headers.addString(DeadLetterHeaders.MESSAGE, assembled.fault());
        }
        metrics.records(assembled.stream(), 1);
        return new SourceRecord(
                provenance.partition(),
                position.toOffset(),
                dead ? provenance.topicPrefix() + ".dlq." + COMPONENT : topic,
                null,
                Schema.STRING_SCHEMA,
                assembled.id(),
                dead ? Schema.STRING_SCHEMA : null,
                dead ? new String(RecordJson.write(value), StandardCharsets.UTF_8) : value,
                null,
                headers);
    }

    private ConnectHeaders headers(String stream, String mode) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(RecordHeaders.TENANT, provenance.tenant());
        headers.addString(RecordHeaders.CHANNEL, provenance.channel());
        headers.addString(RecordHeaders.INSTANCE, provenance.instance());
        headers.addString(RecordHeaders.STREAM, stream);
        headers.addString(RecordHeaders.CAPTURE_MODE, mode);
        headers.addString(RecordHeaders.CAPTURED_AT, clock.instant().toString());
        return headers;
    }

    /** A record that does nothing but bring the position of an idle store into Connect's offsets. */
    SourceRecord heartbeat(Position position) {
        Map<String, Object> value = new LinkedHashMap<>(provenance.partition());
        value.put("lsn", position.last().lsn());
        value.put("at", clock.instant().toString());
        return new SourceRecord(
                provenance.partition(),
                position.toOffset(),
                provenance.topicPrefix() + ".heartbeat." + provenance.channel(),
                null,
                Schema.STRING_SCHEMA,
                provenance.instance(),
                null,
                value);
    }
}
