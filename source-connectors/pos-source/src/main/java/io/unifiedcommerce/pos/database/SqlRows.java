package io.unifiedcommerce.pos.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads rows of a result as the maps that captured changes are too. What a column becomes here and there must be the same:
 * a row that was read and the same row that was captured are equal.
 */
final class SqlRows {
    private final String[] columns;
    private final Reader[] readers;

    /** Reads one column's value of the current row; null where the column is null. */
    private interface Reader {
        Object read(ResultSet row, int index) throws SQLException;
    }

    SqlRows(ResultSetMetaData shape) throws SQLException {
        columns = new String[shape.getColumnCount()];
        readers = new Reader[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = shape.getColumnName(i + 1);
            readers[i] = reader(shape.getColumnType(i + 1), shape.getColumnTypeName(i + 1));
        }
    }

    /** The current row. */
    Map<String, Object> read(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>(2 * columns.length);
        for (int i = 0; i < columns.length; i++) {
            values.put(columns[i], readers[i].read(row, i + 1));
        }
        return values;
    }

    private static Reader reader(int type, String name) {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> (row, i) -> orNull(row, row.getLong(i));
            // By way of its text a float keeps the digits that it has; widened it would get others.
            case Types.REAL -> (row, i) -> orNull(row, Double.valueOf(Float.toString(row.getFloat(i))));
            case Types.DOUBLE -> (row, i) -> orNull(row, row.getDouble(i));
            case Types.NUMERIC -> SqlRows::decimal;
            case Types.BIT, Types.BOOLEAN -> (row, i) -> orNull(row, row.getBoolean(i));
            case Types.DATE -> (row, i) -> text(row.getObject(i, LocalDate.class));
            case Types.TIME -> (row, i) -> text(row.getObject(i, LocalTime.class));
            case Types.TIMESTAMP ->
                name.equals("timestamptz")
                        ? (row, i) -> instant(row.getObject(i, OffsetDateTime.class))
                        : (row, i) -> local(row.getObject(i, LocalDateTime.class));
            case Types.BINARY -> (row, i) -> hex(row.getBytes(i));
            default -> ResultSet::getString;
        };
    }

    private static Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static Object decimal(ResultSet row, int index) throws SQLException {
        BigDecimal decimal = row.getBigDecimal(index);
        return decimal == null ? null : decimal.toPlainString();
    }

    private static Object text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Object local(LocalDateTime value) {
        return value == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
    }

    private static Object hex(byte[] value) {
        return value == null ? null : HexFormat.of().formatHex(value);
    }

    private static Object instant(OffsetDateTime value) {
        return value == null ? null : value.toInstant().toString();
    }
}
