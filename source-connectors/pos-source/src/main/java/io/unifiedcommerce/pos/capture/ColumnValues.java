package io.unifiedcommerce.pos.capture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;

/**
 * Turns the values of Debezium's columns into plain ones, the same that reading a row by SELECT gives. Types by their schema
 * names: debezium.io, PostgreSQL connector, data type mappings.
 */
final class ColumnValues {
    private ColumnValues() {}

    /** What to do with a column's values. */
    static Function<Object, Object> of(Schema schema) {
        Function<Object, Object> plain = plain(schema);
        return value -> value == null ? null : plain.apply(value);
    }

    private static Function<Object, Object> plain(Schema schema) {
        String name = schema.name() == null ? "" : schema.name();
        return switch (name) {
            case "io.debezium.time.Date" ->
                value -> LocalDate.ofEpochDay(number(value)).toString();
            case "io.debezium.time.Time" ->
                value -> LocalTime.MIDNIGHT
                        .plus(number(value), ChronoUnit.MILLIS)
                        .toString();
            case "io.debezium.time.MicroTime" ->
                value -> LocalTime.MIDNIGHT
                        .plus(number(value), ChronoUnit.MICROS)
                        .toString();
            case "io.debezium.time.Timestamp" -> value -> local(number(value), ChronoUnit.MILLIS);
            case "io.debezium.time.MicroTimestamp" -> value -> local(number(value), ChronoUnit.MICROS);
            case "io.debezium.time.ZonedTimestamp" ->
                value -> Instant.parse(value.toString()).toString();
            default -> byType(schema.type());
        };
    }

    private static Function<Object, Object> byType(Schema.Type type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> ColumnValues::number;
            case FLOAT32 -> value -> Double.valueOf(value.toString());
            case FLOAT64, BOOLEAN, STRING -> value -> value;
            default -> Object::toString;
        };
    }

    private static Long number(Object value) {
        return ((Number) value).longValue();
    }

    private static String local(long sinceEpoch, ChronoUnit unit) {
        Instant reading = Instant.EPOCH.plus(sinceEpoch, unit);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(reading, ZoneOffset.UTC));
    }
}
