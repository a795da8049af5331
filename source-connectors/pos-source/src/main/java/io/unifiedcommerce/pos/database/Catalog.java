package io.unifiedcommerce.pos.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the server's catalogue says about capture. PostgreSQL 10 or later. */
final class Catalog {
    private final Connection connection;
    private final String schema;

    /** The server and the role that is logged in. */
    record Server(
            String walLevel, String role, boolean mayReplicate, boolean mayCreate, long slotsUsed, int slotsAllowed) {}

    /**
     * A table.
     *
     * @param identity PostgreSQL's code: {@code d} primary key, {@code i} an index, {@code f} full, {@code n} nothing
     */
    record Table(Set<String> columns, String identity, boolean hasKey, boolean readable, boolean owned, String role) {
        boolean hasFullIdentity() {
            return identity.equals("f");
        }

        boolean hasIdentity() {
            return hasFullIdentity() || identity.equals("i") || identity.equals("d") && hasKey;
        }
    }

    /** A publication; {@code whole} when it publishes every kind of write. */
    record Publication(Set<String> tables, boolean whole) {}

    /**
     * A replication slot.
     *
     * @param confirmed up to which position of the log its reader has confirmed
     */
    record Slot(boolean usable, boolean lost, boolean active, String reader, long confirmed) {
        /** Debezium names its sessions so; a session of that name may be this connector's own. */
        boolean takenByOthers() {
            return active && reader != null && !reader.startsWith("Debezium");
        }
    }

    Catalog(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    Server server() throws SQLException {
        // Amazon RDS grants replication by membership, not by the attribute.
        String sql = "SELECT current_setting('wal_level'), current_user::text, r.rolsuper OR r.rolreplication OR EXISTS"
                + " (SELECT 1 FROM pg_roles m WHERE m.rolname = 'rds_replication' AND pg_has_role(m.oid, 'MEMBER')),"
                + " has_database_privilege(current_database(), 'CREATE'), (SELECT count(*) FROM pg_replication_slots),"
                + " current_setting('max_replication_slots')::int FROM pg_roles r WHERE r.rolname = current_user";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Server(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getLong(5),
                    row.getInt(6));
        }
    }

    Map<String, Table> tables() throws SQLException {
        String sql = "SELECT c.relname, c.relreplident::text, EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid"
                + " AND i.indisprimary), has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid,"
                + " 'SELECT'), pg_has_role(c.relowner, 'USAGE'), current_user::text, ARRAY(SELECT a.attname::text FROM"
                + " pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p')";
        Map<String, Table> tables = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String[] columns = (String[]) row.getArray(7).getArray();
                    tables.put(
                            row.getString(1),
                            new Table(
                                    new HashSet<>(Arrays.asList(columns)),
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getBoolean(4),
                                    row.getBoolean(5),
                                    row.getString(6)));
                }
            }
        }
        return tables;
    }

    /** Null when there is none of that name. */
    Publication publication(String name) throws SQLException {
        String sql = "SELECT p.pubinsert AND p.pubupdate AND p.pubdelete, ARRAY(SELECT t.tablename::text FROM"
                + " pg_publication_tables t WHERE t.pubname = p.pubname AND t.schemaname = ?)"
                + " FROM pg_publication p WHERE p.pubname = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Publication(
                                new HashSet<>(
                                        Arrays.asList((String[]) row.getArray(2).getArray())),
                                row.getBoolean(1))
                        : null;
            }
        }
    }

    /** Null when there is none of that name. */
    Slot slot(String name) throws SQLException {
        String sql = "SELECT s.slot_type = 'logical' AND s.plugin = 'pgoutput' AND s.database = current_database(),"
                + " to_jsonb(s) ->> 'wal_status' = 'lost', s.active, a.application_name,"
                + " (s.confirmed_flush_lsn - '0/0')::bigint"
                + " FROM pg_replication_slots s LEFT JOIN pg_stat_activity a ON a.pid = s.active_pid"
                + " WHERE s.slot_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Slot(
                                row.getBoolean(1),
                                row.getBoolean(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getLong(5))
                        : null;
            }
        }
    }
}
