package io.unifiedcommerce.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Writes docs/unified-schema.md: everything in it comes from the schema and from the code that uses it. */
final class SchemaReference {

    private static final String HEAD = """
            # The unified event schema

            <!-- Generated from unified-model/src/main/avro/commerce.avdl. Change that file, then %s. -->

            Every source is normalised into these events, and every job and sink reads them. They exist in three forms
            that carry the same content: Avro, Connect and JSON.

            | Here | Avro | Connect | JSON | Java |
            |---|---|---|---|---|
            | text | `string` | `STRING` | string | `String` |
            | number | `long` | `INT64` | number without decimals | `long` |
            | real | `double` | `FLOAT64` | number | `double` |
            | yes/no | `boolean` | `BOOLEAN` | `true`, `false` | `boolean` |
            | amount | `bytes`, `decimal(19,4)` | `Decimal`, scale 4 | string with four decimals: `"12.5000"` | `BigDecimal` |
            | instant | `long`, `timestamp-millis`, UTC | `Timestamp` | string: `"2026-11-20T15:02:11.000Z"` | `Instant` |
            | list of … | `array` | `ARRAY` | array | `List` |
            | map of … | `map` | `MAP`, text keys | object | `Map` |

            A field is *required* when it has to be there, *optional* when it may be null (JSON leaves it out), and
            otherwise shows the value it has when it is missing. Where values are listed, readers must expect others and
            treat them as `UNKNOWN`: the list may grow.

            Fields are only ever added. Readers and writers of any two versions with the same major number understand
            each other; a change that would break them makes a new topic, `.v2`.
            """;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Schema> shared = new LinkedHashMap<>();

    String text() {
        text.append(HEAD.formatted(Snapshots.HOW));
        topics();
        envelope();
        text.append("\n## Entities\n");
        for (Entity entity : Entity.values()) {
            entity(entity);
        }
        text.append("\n## Parts\n");
        parts();
        return text.toString();
    }

    private void topics() {
        text.append("""

                ## Topics and keys

                The prefix `commerce` can be configured. Parts of a key are joined by `|`; `|` and `%` inside a part are
                written `%7C` and `%25`. *first of* means the first of the fields that has a value. A `location_id` that
                is null is an empty part, and left out at the end of a key. On a compacted topic a delete is followed by a
                null value.

                | Entity | Topic | Key | Cleanup |
                |---|---|---|---|
                """);
        for (Entity entity : Entity.values()) {
            row(
                    link(entity.avroSchema()),
                    "`" + entity.topic("commerce") + "`",
                    entity.keyFields().parts().stream()
                            .map(SchemaReference::keyPart)
                            .collect(Collectors.joining(" \\| ")),
                    entity.compacted() ? "compact" : "delete");
        }
    }

    private void envelope() {
        text.append("\n## Envelope\n\n").append(Envelope.getClassSchema().getDoc());
        text.append("""

                The headers follow CloudEvents 1.0, Kafka protocol binding, binary mode, with `ce_specversion` 1.0;
                `ce_dataschema` is the schema version as a URN, and the origin is spread over `ce_origin`, `ce_pushid` and
                `ce_ledgerversion`.

                | Field | Type | Required | Header | Meaning |
                |---|---|---|---|---|
                """);
        Map<String, String> headers = EnvelopeHeaders.byField();
        for (Schema.Field field : Envelope.getClassSchema().getFields()) {
            row(
                    "`" + field.name() + "`",
                    type(field),
                    required(field),
                    headers.getOrDefault(field.name(), "–"),
                    meaning(field));
        }
    }

    private void entity(Entity entity) {
        heading(entity.avroSchema());
        text.append("\nEntity `%s`, schema `%s`, topic `%s`.\n"
                .formatted(entity.entityName(), entity.schemaVersion(), entity.topic("commerce")));
        fields(entity.avroSchema());
    }

    /** Describing a part may bring up new ones. */
    private void parts() {
        Set<Schema> described = new HashSet<>();
        while (described.size() < shared.size()) {
            List.copyOf(shared.values()).stream().filter(described::add).forEach(part -> {
                heading(part);
                fields(part);
            });
        }
    }

    private void heading(Schema schema) {
        text.append("\n### ")
                .append(schema.getName())
                .append("\n\n")
                .append(schema.getDoc())
                .append('\n');
    }

    private void fields(Schema schema) {
        text.append("\n| Field | Type | Required | Meaning |\n|---|---|---|---|\n");
        for (Schema.Field field : schema.getFields()) {
            row("`" + field.name() + "`", type(field), required(field), meaning(field));
        }
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String type(Schema.Field field) {
        return type(FieldType.of(field.schema()));
    }

    private String type(FieldType type) {
        return switch (type.kind()) {
            case STRING -> "text";
            case LONG -> "number";
            case DOUBLE -> "real";
            case BOOLEAN -> "yes/no";
            case AMOUNT -> "amount";
            case INSTANT -> "instant";
            case RECORD -> part(type.schema());
            case ARRAY -> "list of " + type(type.element());
            case MAP -> "map of " + type(type.element());
        };
    }

    private String part(Schema schema) {
        if (!schema.equals(Envelope.getClassSchema())) {
            shared.putIfAbsent(schema.getName(), schema);
        }
        return link(schema);
    }

    private static String required(Schema.Field field) {
        FieldType type = FieldType.of(field.schema());
        if (type.optional()) {
            return "optional";
        }
        if (!field.hasDefaultValue()) {
            return "required";
        }
        return switch (type.kind()) {
            case ARRAY, MAP -> "empty";
            default -> "`" + field.defaultVal() + "`";
        };
    }

    private static String meaning(Schema.Field field) {
        String meaning = field.doc().replace("|", "\\|");
        return field.getObjectProp("values") instanceof List<?> values
                ? meaning + " One of "
                        + values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", ")) + "."
                : meaning;
    }

    private static String keyPart(KeyFields.Part part) {
        String prefix = part.of() == KeyFields.Place.ENVELOPE ? "`envelope." : "`";
        String fields = part.fields().stream().map(name -> prefix + name + "`").collect(Collectors.joining(", "));
        return part.fields().size() == 1 ? fields : "first of " + fields;
    }

    private static String link(Schema schema) {
        return "[" + schema.getName() + "](#" + schema.getName().toLowerCase(Locale.ROOT) + ")";
    }
}
