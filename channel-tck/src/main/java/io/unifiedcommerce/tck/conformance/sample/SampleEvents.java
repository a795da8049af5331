package io.unifiedcommerce.tck.conformance.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.channel.mapping.MappingException;
import io.unifiedcommerce.channel.mapping.NormalizedEvent;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.model.StructJson;
import java.io.IOException;
import java.util.List;

/**
 * The events of a sample as the file of expected events has them: each in the JSON form of the model. A tombstone stands as
 * {@code {"tombstone": <key>}}, a record that goes to the dead letters as {@code {"dead_letter": <cause>}}.
 */
public final class SampleEvents {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final String channel;
    private final Normalizer normalizer;
    private final StructJson structs = new StructJson();

    public SampleEvents(String channel, Normalizer normalizer) {
        this.channel = channel;
        this.normalizer = normalizer;
    }

    /** The events of some records, in their order; a record that its mapping says is no event gives none. */
    public ArrayNode of(List<SampleRecord> records) throws IOException {
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        for (SampleRecord record : records) {
            if (!record.readable()) {
                events.add(deadLetter(record.fault()));
                continue;
            }
            try {
                NormalizedEvent event = normalizer
                        .normalize(record.value(), SampleOrigin.of(channel, record.stream(), record.captureMode()))
                        .orElse(null);
                if (event != null) {
                    events.add(json(event));
                }
            } catch (MappingException e) {
                events.add(deadLetter(e.getMessage()));
            }
        }
        return events;
    }

    private JsonNode json(NormalizedEvent event) throws IOException {
        return event.value() == null
                ? JsonNodeFactory.instance.objectNode().put("tombstone", event.key())
                : JSON.readTree(structs.write(event.value()));
    }

    private static ObjectNode deadLetter(String cause) {
        return JsonNodeFactory.instance.objectNode().put("dead_letter", cause);
    }

    /** Reads a file of expected events. */
    public static JsonNode parse(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** Writes a file of expected events: one field a line, so that a change shows as a line. */
    public static String print(JsonNode events) throws JsonProcessingException {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return JSON.writer(printer).writeValueAsString(events) + "\n";
    }
}
