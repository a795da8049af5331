package io.unifiedcommerce.pos.database;

import io.unifiedcommerce.pos.database.Preflight.Capture;
import io.unifiedcommerce.pos.record.RecordPlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** The publication and the replication slot of a capture. From its creation on the slot keeps every change for us. */
public final class TillSlot {
    private final Connection connection;
    private final RecordPlan plan;
    private final Capture capture;

    public TillSlot(Connection connection, RecordPlan plan, Capture capture) {
        this.connection = connection;
        this.plan = plan;
        this.capture = capture;
    }

    /** Creates the publication and then the slot where they are missing. A slot made earlier would not know the publication. */
    public void create() throws SQLException {
        Catalog catalog = new Catalog(connection, plan.manifest().schema());
        if (catalog.publication(capture.publication()) == null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(new Preflight(plan, capture).createPublication());
            }
        }
        if (catalog.slot(capture.slot()) == null) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT pg_create_logical_replication_slot(?, 'pgoutput')")) {
                statement.setString(1, capture.slot());
                statement.execute();
            }
        }
    }

    /** Up to which position of the log changes were confirmed and may be gone; empty when there is no slot. */
    public OptionalLong confirmed() throws SQLException {
        Catalog.Slot slot = new Catalog(connection, plan.manifest().schema()).slot(capture.slot());
        return slot == null ? OptionalLong.empty() : OptionalLong.of(slot.confirmed());
    }

    /** The server's clock. */
    public OffsetDateTime now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    /**
     * Takes the slot from a session of this role that began later than a given time. Needs no right: a role may end its own
     * sessions.
     *
     * @param since by the server's clock; sessions from before are somebody else's
     * @return whether there was one
     */
    public boolean release(OffsetDateTime since) throws SQLException {
        String sql = "SELECT pg_terminate_backend(a.pid) FROM pg_replication_slots s"
                + " JOIN pg_stat_activity a ON a.pid = s.active_pid"
                + " WHERE s.slot_name = ? AND a.usename = current_user AND a.backend_start >= ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, capture.slot());
            statement.setObject(2, since);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
