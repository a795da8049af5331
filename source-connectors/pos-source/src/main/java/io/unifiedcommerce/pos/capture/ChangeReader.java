package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Preflight;
import io.unifiedcommerce.pos.record.RecordPlan;
import io.unifiedcommerce.pos.record.Reference;
import io.unifiedcommerce.pos.record.RowChange;
import io.unifiedcommerce.pos.record.RowKey;
import io.unifiedcommerce.pos.record.Translations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;

/** Reads Debezium's change events of a PostgreSQL database. Used by one thread. */
final class ChangeReader {
    /** Stands for a large value that an update did not touch, which the log then does not hold. */
    private static final String UNAVAILABLE = "__debezium_unavailable_value";

    private final RecordPlan plan;
    private final Map<String, SortedSet<String>> needed;
    private final Translations translations;
    private final Reference database;
    private final Map<String, Shape> shapes = new HashMap<>();

    /** The columns of a table as its last change had them. */
    private record Shape(Schema schema, Map<Field, Function<Object, Object>> columns) {}

    /**
     * @param database reads a row of which the log does not hold all values
     */
    ChangeReader(RecordPlan plan, Translations translations, Reference database) {
        this.plan = plan;
        this.needed = plan.neededColumns();
        this.translations = translations;
        this.database = database;
    }

    /**
     * Reads one event.
     *
     * @throws ConnectException when the table lost a column without which no record can be made
     */
    CapturedEvent read(SourceRecord event) {
        if (!(event.value() instanceof Struct value)) {
            return new CapturedEvent.Other();
        }
        if (value.schema().field("status") != null && value.schema().field("event_count") != null) {
            return "END".equals(value.getString("status"))
                    ? new CapturedEvent.End(xid(value), value.getInt64("event_count"), event.sourceOffset())
                    : new CapturedEvent.Other();
        }
        if (value.schema().field("op") == null) {
            return new CapturedEvent.Other();
        }
        return "m".equals(value.getString("op")) ? message(event, value) : row(value);
    }

    /** Debezium's id of a transaction is that of PostgreSQL and, after a colon, a position that differs from event to event. */
    private static long xid(Struct transaction) {
        String id = transaction.getString("id");
        return Long.parseLong(id.substring(0, id.indexOf(':')));
    }

    private static CapturedEvent message(SourceRecord event, Struct value) {
        boolean alone = value.schema().field("transaction") == null || value.getStruct("transaction") == null;
        return alone ? new CapturedEvent.Message(event.sourceOffset()) : new CapturedEvent.Other();
    }

    private CapturedEvent row(Struct event) {
        Struct source = event.getStruct("source");
        String table = source.getString("table");
        RowChange.Kind kind =
                switch (event.getString("op")) {
                    case "c" -> RowChange.Kind.INSERT;
                    case "u" -> RowChange.Kind.UPDATE;
                    case "d" -> RowChange.Kind.DELETE;
                    default -> RowChange.Kind.TRUNCATE;
                };
        Map<String, Object> before = values(table, event, "before");
        Map<String, Object> after = values(table, event, "after");
        complete(table, before, after);
        return new CapturedEvent.Row(
                new RowChange(table, kind, before, after),
                source.getInt64("txId"),
                source.getInt64("lsn"),
                source.getInt64("ts_us"));
    }

    private Map<String, Object> values(String table, Struct event, String name) {
        Struct row = event.schema().field(name) == null ? null : event.getStruct(name);
        if (row == null) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        shape(table, row.schema())
                .columns()
                .forEach((field, plain) -> values.put(field.name(), plain.apply(row.get(field))));
        translations.addTo(table, values);
        return values;
    }

    private Shape shape(String table, Schema schema) {
        Shape known = shapes.get(table);
        if (known == null || known.schema() != schema) {
            SortedSet<String> missing = new TreeSet<>(needed.getOrDefault(table, new TreeSet<>()));
            Map<Field, Function<Object, Object>> columns = new LinkedHashMap<>();
            schema.fields().forEach(field -> {
                missing.remove(field.name());
                columns.put(field, ColumnValues.of(field.schema()));
            });
            if (!missing.isEmpty()) {
                throw new ConnectException(Preflight.missingColumn(
                        plan.manifest().schema(),
                        table,
                        missing.first(),
                        plan.manifest().channel()));
            }
            known = new Shape(schema, columns);
            shapes.put(table, known);
        }
        return known;
    }

    /** Fills in the values that the log does not hold: from the old row where it is whole, else from the table. */
    private void complete(String table, Map<String, Object> before, Map<String, Object> after) {
        if (!after.containsValue(UNAVAILABLE)) {
            return;
        }
        Map<String, Object> whole = before.isEmpty()
                ? database.find(table, RowKey.of(after, plan.key(table))).orElse(Map.of())
                : before;
        for (String column : Set.copyOf(after.keySet())) {
            if (UNAVAILABLE.equals(after.get(column))) {
                after.put(column, whole.get(column));
            }
        }
    }
}
