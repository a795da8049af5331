package io.unifiedcommerce.pos.database;

import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.pos.record.Reference;
import io.unifiedcommerce.pos.record.RowKey;
import io.unifiedcommerce.pos.record.Translations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rows of the till's tables by SELECT, on one connection of its own. Used by one thread. */
public final class TillReader implements Reference, AutoCloseable {
    private static final int FETCH = 500;

    private final Connection connection;
    private final DatabaseManifest manifest;
    private final Translations translations;
    private final Map<String, String> columns = new HashMap<>();

    /** Takes what is read, row by row. */
    public interface RowSink {
        void accept(Map<String, Object> row) throws InterruptedException;
    }

    /**
     * @param connection in auto-commit mode; this object closes it
     */
    public TillReader(Connection connection, DatabaseManifest manifest, Translations translations) {
        this.connection = connection;
        this.manifest = manifest;
        this.translations = translations;
    }

    /** Begins a read that sees the database at one moment only, until {@link #end()}. */
    public Fence begin() {
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT txid_current_snapshot()::text,"
                            + " (pg_current_wal_insert_lsn() - '0/0')::bigint,"
                            + " (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")) {
                row.next();
                return Fence.of(row.getLong(2), row.getLong(3), row.getString(1));
            }
        } catch (SQLException e) {
            throw new TillDatabaseException("Could not begin to read the tables", e);
        }
    }

    /** Ends the read at one moment: the server may clean up again what was deleted since. */
    public void end() {
        try {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new TillDatabaseException("Could not end the read of the tables", e);
        }
    }

    /** Reads a table, or at most so many rows of it. */
    public void each(String table, int most, RowSink sink) throws InterruptedException {
        select(table, " LIMIT " + most, List.of(), sink);
    }

    @Override
    public Optional<Map<String, Object>> find(String table, RowKey key) {
        List<Map<String, Object>> found =
                matching(table, manifest.tables().get(table).key(), List.of(key));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public List<Map<String, Object>> matching(String table, Collection<String> names, Collection<RowKey> values) {
        List<RowKey> known =
                values.stream().filter(value -> !value.values().contains("")).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        if (known.isEmpty()) {
            return rows;
        }
        String one = "(" + Sql.questionMarks(names.size()) + ")";
        String condition = " WHERE (" + Sql.names(names) + ") IN ("
                + String.join(", ", Collections.nCopies(known.size(), one)) + ") ORDER BY "
                + Sql.names(manifest.tables().get(table).key());
        List<Object> parameters = new ArrayList<>();
        known.forEach(value -> parameters.addAll(value.values()));
        try {
            select(table, condition, parameters, rows::add);
        } catch (InterruptedException e) {
            throw new IllegalStateException("adding to a list does not wait", e);
        }
        return rows;
    }

    /**
     * Reads rows of a table {@code r}.
     *
     * @param rest of the statement after the table
     */
    void select(String table, String rest, List<?> parameters, RowSink sink) throws InterruptedException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + columns(table) + " FROM " + Sql.table(manifest.schema(), table) + " AS r" + rest)) {
            statement.setFetchSize(FETCH);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                SqlRows rows = new SqlRows(result.getMetaData());
                while (result.next()) {
                    Map<String, Object> row = rows.read(result);
                    translations.addTo(table, row);
                    sink.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new TillDatabaseException("Could not read table " + manifest.schema() + "." + table, e);
        }
    }

    /** The columns that may be read: never a password. */
    private String columns(String table) throws SQLException {
        String known = columns.get(table);
        if (known == null) {
            List<String> names = new ArrayList<>();
            try (ResultSet row = connection.getMetaData().getColumns(null, manifest.schema(), table, null)) {
                while (row.next()) {
                    names.add(row.getString("COLUMN_NAME"));
                }
            }
            names.removeAll(manifest.tables().get(table).exclude());
            known = names.isEmpty()
                    ? "*"
                    : "r." + String.join(", r.", names.stream().map(Sql::name).toList());
            columns.put(table, known);
        }
        return known;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new TillDatabaseException("Could not close the connection", e);
        }
    }
}
