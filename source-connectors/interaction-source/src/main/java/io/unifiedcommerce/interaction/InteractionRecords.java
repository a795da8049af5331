package io.unifiedcommerce.interaction;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.event.ReceivedEvent;
import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.interaction.collect.Intake;
import io.unifiedcommerce.interaction.collect.Site;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.HandedRecord;
import io.unifiedcommerce.sourcekit.Outgoing;
import io.unifiedcommerce.sourcekit.RecordBuffer;
import io.unifiedcommerce.sourcekit.SizeEstimate;
import io.unifiedcommerce.sourcekit.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes Connect's records of events and puts them into the buffer. Safe for use by several threads. */
final class InteractionRecords implements Intake {
    private static final String COMPONENT = "interaction-source";
    private static final String CONNECTOR_NAME = "__connect.errors.connector.name";
    private static final int HEADERS_BYTES = 600;

    private final String channel;
    private final String tenant;
    private final String connector;
    private final String rawPrefix;
    private final String deadLetterTopic;
    private final RecordBuffer buffer;
    private final Acknowledgements acknowledgements;

    InteractionRecords(InteractionConfig config, RecordBuffer buffer, Acknowledgements acknowledgements) {
        this.channel = config.channel();
        this.tenant = config.getString(ChannelKeys.TENANT);
        this.connector = config.name();
        String prefix = config.getString(ChannelKeys.TOPIC_PREFIX);
        this.rawPrefix = prefix + ".raw." + channel + ".";
        this.deadLetterTopic = prefix + ".dlq." + COMPONENT;
        this.buffer = buffer;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public boolean take(Site site, String shape, List<ReceivedEvent> events, Instant receivedAt, Ticket ticket) {
        List<SourceRecord> records = new ArrayList<>();
        List<Outgoing> outgoing = new ArrayList<>();
        for (ReceivedEvent event : events) {
            if (!(event instanceof ReceivedEvent.Dropped)) {
                SourceRecord record = record(site, shape, event, receivedAt);
                records.add(record);
                outgoing.add(new Outgoing(record, HEADERS_BYTES + SizeEstimate.of(record.value()), true));
            }
        }
        // Before they are handed over: Connect may tell of them at once.
        acknowledgements.expect(records, List.of(ticket));
        if (buffer.offer(outgoing)) {
            return true;
        }
        acknowledgements.forget(records);
        return false;
    }

    private SourceRecord record(Site site, String shape, ReceivedEvent event, Instant receivedAt) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(RecordHeaders.TENANT, tenant);
        headers.addString(RecordHeaders.CHANNEL, channel);
        headers.addString(RecordHeaders.INSTANCE, site.instance());
        headers.addString(RecordHeaders.STREAM, shape);
        headers.addString(RecordHeaders.CAPTURE_MODE, "WEBHOOK");
        headers.addString(RecordHeaders.CAPTURED_AT, receivedAt.toString());
        Map<String, String> partition = partition(site, shape);
        // Nothing is ever read from this position: what Kafka does not have is sent again.
        Map<String, String> offset = Map.of("received_at", receivedAt.toString());
        if (event instanceof ReceivedEvent.Accepted accepted) {
            return new HandedRecord(
                    partition, offset, rawPrefix + shape, accepted.id(), null, accepted.value(), headers);
        }
        ReceivedEvent.Refused refused = (ReceivedEvent.Refused) event;
        headers.addString(DeadLetterHeaders.TOPIC, rawPrefix + shape);
        headers.addString(CONNECTOR_NAME, connector);
        headers.addString(DeadLetterHeaders.STAGE, "TASK_POLL");
        headers.addString(DeadLetterHeaders.CLASS, InteractionSourceTask.class.getName());
        headers.addString(DeadLetterHeaders.EXCEPTION, DataException.class.getName());
        headers.addString(DeadLetterHeaders.MESSAGE, refused.reason());
        String text =
                refused.value() == null ? null : new String(RecordJson.write(refused.value()), StandardCharsets.UTF_8);
        return new HandedRecord(
                partition, offset, deadLetterTopic, null, text == null ? null : Schema.STRING_SCHEMA, text, headers);
    }

    /** In the order of a HashMap, as Connect's own calls write it. */
    private Map<String, String> partition(Site site, String shape) {
        Map<String, String> partition = new HashMap<>();
        partition.put("channel", channel);
        partition.put("instance", site.instance());
        partition.put("stream", shape);
        return partition;
    }
}
