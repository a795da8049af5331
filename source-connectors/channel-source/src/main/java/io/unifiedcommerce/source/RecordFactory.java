package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.read.Capture;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.sourcekit.HandedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes Connect's records of what was read. Their timestamp is left to Kafka: a record of years ago would otherwise be deleted
 * by its topic's retention as soon as it is written.
 */
final class RecordFactory {
    private static final String COMPONENT = "channel-source";
    private static final String CONNECTOR_NAME = "__connect.errors.connector.name";

    private final ChannelConfig config;
    private final String connector;
    private final String rawPrefix;
    private final String deadLetterTopic;
    private final String heartbeatTopic;

    RecordFactory(ChannelConfig config, String connector) {
        this.config = config;
        this.connector = connector;
        String channel = config.manifest().channel();
        this.rawPrefix = config.topicPrefix() + ".raw." + channel + ".";
        this.deadLetterTopic = config.topicPrefix() + ".dlq." + COMPONENT;
        this.heartbeatTopic = config.topicPrefix() + ".heartbeat." + channel;
    }

    /** The record of an emission; one that is no record goes to the dead-letter topic. */
    SourceRecord record(
            Map<String, String> partition,
            Map<String, Object> offset,
            Emission emission,
            Capture capture,
            Instant now) {
        ConnectHeaders headers = headers(emission.stream(), capture, now);
        if (emission instanceof Emission.ChannelRecord record) {
            return new HandedRecord(
                    partition, offset, rawPrefix + record.stream(), record.id(), null, record.value(), headers);
        }
        return deadLetter(partition, offset, (Emission.UnreadableRecord) emission, headers);
    }

    private SourceRecord deadLetter(
            Map<String, String> partition,
            Map<String, Object> offset,
            Emission.UnreadableRecord unreadable,
            ConnectHeaders headers) {
        headers.addString(DeadLetterHeaders.TOPIC, rawPrefix + unreadable.stream());
        headers.addString(CONNECTOR_NAME, connector);
        headers.addString(DeadLetterHeaders.STAGE, "TASK_POLL");
        headers.addString(DeadLetterHeaders.CLASS, ChannelSourceTask.class.getName());
        headers.addString(DeadLetterHeaders.EXCEPTION, DataException.class.getName());
        headers.addString(DeadLetterHeaders.MESSAGE, unreadable.cause());
        String text = new String(RecordJson.write(unreadable.value()), StandardCharsets.UTF_8);
        return new HandedRecord(partition, offset, deadLetterTopic, null, Schema.STRING_SCHEMA, text, headers);
    }

    /** A record that only carries an offset; without the headers by which transforms know a channel's record. */
    SourceRecord heartbeat(Map<String, ?> partition, Map<String, ?> offset, Instant now) {
        Map<String, Object> value = new LinkedHashMap<>(partition);
        value.put("at", now.toString());
        String key = config.instance() + "/" + partition.get("stream")
                + (partition.containsKey("slice") ? "/" + partition.get("slice") : "");
        return new HandedRecord(partition, offset, heartbeatTopic, key, null, value, new ConnectHeaders());
    }

    private ConnectHeaders headers(String stream, Capture capture, Instant now) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(RecordHeaders.TENANT, config.tenant());
        headers.addString(RecordHeaders.CHANNEL, config.manifest().channel());
        headers.addString(RecordHeaders.INSTANCE, config.instance());
        headers.addString(RecordHeaders.STREAM, stream);
        headers.addString(RecordHeaders.CAPTURE_MODE, capture.name());
        headers.addString(RecordHeaders.CAPTURED_AT, now.toString());
        return headers;
    }
}
