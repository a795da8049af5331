package io.unifiedcommerce.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Which header each field of the envelope reaches, found by looking where its value comes out. */
final class EnvelopeHeaders {

    private EnvelopeHeaders() {}

    static Map<String, String> byField() {
        Envelope envelope = Envelope.newBuilder(Samples.envelope(Entity.ORDER)).build();
        Map<String, String> marks = new LinkedHashMap<>();
        for (Schema.Field field : envelope.getSchema().getFields()) {
            mark(envelope, field, marks);
        }
        Map<String, String> headers = CloudEventHeaders.of(envelope);
        return marks.entrySet().stream()
                .filter(mark -> headers.values().stream().anyMatch(value -> value.contains(mark.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, mark -> headers(headers, mark.getValue())));
    }

    private static void mark(Envelope envelope, Schema.Field field, Map<String, String> marks) {
        String name = field.name();
        String text = "-" + name + "-";
        switch (FieldType.of(field.schema()).kind()) {
            case STRING -> {
                envelope.put(field.pos(), text);
                marks.put(name, text);
            }
            case INSTANT -> {
                Instant instant = Instant.ofEpochSecond(field.pos());
                envelope.put(field.pos(), instant);
                marks.put(name, IsoInstants.format(instant));
            }
            case RECORD -> {
                envelope.put(field.pos(), new Origin(text, null, null));
                marks.put(name, text);
            }
            default -> {}
        }
    }

    private static String headers(Map<String, String> headers, String mark) {
        return headers.entrySet().stream()
                .filter(header -> header.getValue().contains(mark))
                .map(header -> "`" + header.getKey() + "`" + (header.getValue().startsWith("/") ? " (a part)" : ""))
                .collect(Collectors.joining(", "));
    }
}
