package io.unifiedcommerce.pos.database;

import io.unifiedcommerce.channel.manifest.DatabaseManifest.TableSpec;
import io.unifiedcommerce.pos.record.RecordPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks that a database can be captured, without changing anything. It runs when a connector is created and again before
 * each start of the capture: a table without REPLICA IDENTITY that gets published would refuse each UPDATE of a till, so the
 * tills would stop selling.
 */
public final class Preflight {
    private final RecordPlan plan;
    private final String schema;
    private final Capture capture;

    /** Names of the replication slot and of the publication. */
    public record Capture(String slot, String publication) {}

    public Preflight(RecordPlan plan, Capture capture) {
        this.plan = plan;
        this.schema = plan.manifest().schema();
        this.capture = capture;
    }

    /** What is wrong with an address, from the error that connecting gave. */
    public static Finding unreachable(TillAddress address, SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        String key =
                switch (state) {
                    case "28P01" -> TillKeys.PASSWORD;
                    case "28000" -> TillKeys.USER;
                    case "3D000" -> TillKeys.DATABASE;
                    default -> TillKeys.HOST;
                };
        return new Finding(key, "Could not connect to " + address + ": " + error.getMessage());
    }

    /** What is wrong; empty when the database can be captured. */
    public List<Finding> check(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Catalog catalog = new Catalog(connection, schema);
        server(catalog.server(), findings);
        Map<String, Catalog.Table> tables = catalog.tables();
        plan.manifest().tables().forEach((name, spec) -> table(name, spec, tables.get(name), findings));
        if (findings.isEmpty()) {
            publication(catalog, tables, findings);
            slot(catalog, findings);
        }
        return findings;
    }

    private void server(Catalog.Server server, List<Finding> findings) {
        if (!server.walLevel().equals("logical")) {
            findings.add(new Finding(
                    TillKeys.HOST,
                    "The server's wal_level is '" + server.walLevel() + "', but changes can only be captured with"
                            + " 'logical': ALTER SYSTEM SET wal_level = 'logical'; then restart the server"));
        }
        if (!server.mayReplicate()) {
            findings.add(new Finding(
                    TillKeys.USER,
                    "The role may not replicate: ALTER ROLE " + Sql.name(server.role()) + " WITH REPLICATION;"));
        }
    }

    private void table(String name, TableSpec spec, Catalog.Table table, List<Finding> findings) {
        String qualified = Sql.table(schema, name);
        if (table == null) {
            findings.add(new Finding(
                    TillKeys.DATABASE,
                    "The database has no table " + schema + "." + name + ", which the channel '"
                            + plan.manifest().channel() + "' captures: name the database of such a till"));
            return;
        }
        SortedSet<String> missing = new TreeSet<>(plan.neededColumns().getOrDefault(name, new TreeSet<>()));
        missing.removeAll(table.columns());
        missing.forEach(column -> findings.add(new Finding(
                TillKeys.DATABASE,
                missingColumn(schema, name, column, plan.manifest().channel()))));
        if (!table.readable()) {
            findings.add(new Finding(
                    TillKeys.USER,
                    "The role may not read " + schema + "." + name + ": GRANT SELECT ON " + qualified + " TO "
                            + Sql.name(table.role()) + ";"));
        }
        if (spec.fullIdentity() ? !table.hasFullIdentity() : !table.hasIdentity()) {
            findings.add(new Finding(
                    TillKeys.PUBLICATION,
                    "Table " + schema + "." + name
                            + " does not log whole old rows. Once it is published the server would"
                            + " refuse each UPDATE of a till or hide which row changed: ALTER TABLE " + qualified
                            + " REPLICA IDENTITY FULL;"));
        }
    }

    /** What to say of a column that is gone, now or in the middle of the capture. */
    public static String missingColumn(String schema, String table, String column, String channel) {
        return "Table " + schema + "." + table + " has no column '" + column + "', by which the channel '" + channel
                + "' recognises or joins its rows. Restore the column, or describe the table's new shape in a channel"
                + " folder of your own";
    }

    private void publication(Catalog catalog, Map<String, Catalog.Table> tables, List<Finding> findings)
            throws SQLException {
        Catalog.Publication publication = catalog.publication(capture.publication());
        List<String> names = List.copyOf(plan.manifest().tables().keySet());
        if (publication == null) {
            boolean owner = names.stream().allMatch(name -> tables.get(name).owned());
            if (!owner || !catalog.server().mayCreate()) {
                findings.add(new Finding(
                        TillKeys.PUBLICATION,
                        "There is no publication '" + capture.publication() + "' and the role may not create it: "
                                + createPublication()));
            }
            return;
        }
        List<String> missing = names.stream()
                .filter(name -> !publication.tables().contains(name))
                .map(name -> Sql.table(schema, name))
                .toList();
        if (!missing.isEmpty()) {
            findings.add(new Finding(
                    TillKeys.PUBLICATION,
                    "The publication '" + capture.publication() + "' lacks tables: ALTER PUBLICATION "
                            + Sql.name(capture.publication()) + " ADD TABLE " + String.join(", ", missing) + ";"));
        }
        if (!publication.whole()) {
            findings.add(new Finding(
                    TillKeys.PUBLICATION,
                    "The publication '" + capture.publication() + "' leaves out some operations: ALTER PUBLICATION "
                            + Sql.name(capture.publication())
                            + " SET (publish = 'insert, update, delete, truncate');"));
        }
    }

    private void slot(Catalog catalog, List<Finding> findings) throws SQLException {
        Catalog.Slot slot = catalog.slot(capture.slot());
        String drop = "SELECT pg_drop_replication_slot(" + Sql.text(capture.slot()) + ");";
        if (slot == null) {
            if (catalog.server().slotsUsed() >= catalog.server().slotsAllowed()) {
                findings.add(new Finding(
                        TillKeys.SLOT,
                        "All " + catalog.server().slotsAllowed() + " replication slots of the server are in use: ALTER"
                                + " SYSTEM SET max_replication_slots = "
                                + (catalog.server().slotsAllowed() + 4)
                                + "; then restart the server, or drop a slot that nobody reads"));
            }
        } else if (!slot.usable()) {
            findings.add(new Finding(
                    TillKeys.SLOT,
                    "The replication slot '" + capture.slot() + "' is of another database or plugin: choose another"
                            + " name, or drop it if nobody reads it: " + drop));
        } else if (slot.lost()) {
            findings.add(new Finding(
                    TillKeys.SLOT,
                    "The server removed log files that the replication slot '" + capture.slot() + "' still needed, so"
                            + " changes are lost. Stop the connector, delete its offsets, then: " + drop
                            + " The next start reads everything anew"));
        } else if (slot.takenByOthers()) {
            findings.add(new Finding(
                    TillKeys.SLOT,
                    "The replication slot '" + capture.slot() + "' is being read by '" + slot.reader()
                            + "': choose another name"));
        }
    }

    /** The statement that makes the publication. */
    String createPublication() {
        return "CREATE PUBLICATION " + Sql.name(capture.publication()) + " FOR TABLE "
                + String.join(
                        ", ",
                        plan.manifest().tables().keySet().stream()
                                .map(name -> Sql.table(schema, name))
                                .toList())
                + ";";
    }
}
