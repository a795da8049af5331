package io.unifiedcommerce.pos.till;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One shop's till and its database. Writes what the real till writes: each ticket in one transaction, in its own order. */
public final class Till implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TillServer server;
    private final String database;
    private Connection connection;

    /** One line of a ticket. */
    public record Line(String product, double units, double price) {}

    private Till(TillServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /** A till with its tables, two products with stock, and one customer; its stock table is fit for capture. */
    public static Till open(TillServer server) throws SQLException {
        Till till = new Till(server, "till_" + NUMBER.incrementAndGet());
        try (Connection admin = server.connect("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + till.database);
        }
        till.connect();
        till.execute(tables());
        till.execute("ALTER TABLE stockcurrent REPLICA IDENTITY FULL");
        till.product("p-55", "TEE-BLK-M", "3700000000017", 24.17);
        till.product("p-56", "CAP-RED", "3700000000024", 8.333333);
        till.execute("INSERT INTO stockcurrent (location, product, units) VALUES ('0', 'p-55', 20), ('0', 'p-56', 5)");
        till.execute("INSERT INTO customers (id, searchkey, name, firstname, lastname, email, phone, card) VALUES"
                + " ('c-903', '100245', 'Nadia Okafor', 'Nadia', 'Okafor', 'nadia@example.org', '+33600000011',"
                + " 'NADIA-7QXW')");
        return till;
    }

    private static String tables() {
        try (InputStream sql = Till.class.getResourceAsStream("/unicenta-tables.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TillServer server() {
        return server;
    }

    public String database() {
        return database;
    }

    /** Connects again, after the server was away. */
    public void connect() throws SQLException {
        connection = server.connect(database);
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    public void product(String id, String reference, String code, double price) throws SQLException {
        update(
                "INSERT INTO products (id, reference, code, codetype, name, pricesell, category, taxcat)"
                        + " VALUES (?, ?, ?, 'EAN-13', ?, ?, '000', '001')",
                id,
                reference,
                code,
                "Article " + reference,
                price);
    }

    public void sell(String id, int number, Line... lines) throws SQLException {
        sell(id, number, List.of(lines), null);
    }

    /**
     * Sells in one transaction.
     *
     * @param customer null for somebody unknown
     */
    public void sell(String id, int number, List<Line> lines, String customer) throws SQLException {
        transaction(() -> ticket(id, 0, number, 0, lines, customer));
    }

    /** Takes goods back in one transaction and marks their sale, as the till does. */
    public void takeBack(String id, int number, int sale, Line... lines) throws SQLException {
        transaction(() -> {
            ticket(id, 1, number, sale, List.of(lines), null);
            update("UPDATE tickets SET status = ? WHERE tickettype = 0 AND ticketid = ?", number, sale);
        });
    }

    /** Books a movement without a ticket, such as a delivery. */
    public void move(String id, int reason, String product, double units) throws SQLException {
        transaction(() -> stock(id, reason, product, units, 0));
    }

    /** What a transaction does. */
    public interface Work {
        void run() throws SQLException;
    }

    public void transaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    public void ticket(String id, int type, int number, int status, List<Line> lines, String customer)
            throws SQLException {
        int sign = type == 0 ? 1 : -1;
        update("INSERT INTO receipts (id, money, datenew) VALUES (?, 'm-77', timestamp '2026-11-03 10:14:05')", id);
        update(
                "INSERT INTO tickets (id, tickettype, ticketid, person, customer, status) VALUES (?, ?, ?, '0', ?, ?)",
                id,
                type,
                number,
                customer,
                status);
        double net = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double units = sign * line.units();
            update(
                    "INSERT INTO ticketlines (ticket, line, product, units, price, taxid) VALUES (?, ?, ?, ?, ?, '001')",
                    id,
                    i,
                    line.product(),
                    units,
                    line.price());
            stock(id + "/" + i, type == 0 ? -1 : 2, line.product(), -units, line.price());
            net += units * line.price();
        }
        double tax = net * 0.2;
        update(
                "INSERT INTO payments (id, receipt, payment, total, tip, tendered, cardname)"
                        + " VALUES (?, ?, ?, ?, 0, ?, 'VISA')",
                "pay-" + id,
                id,
                type == 0 ? "magcard" : "magcardrefund",
                net + tax,
                net + tax);
        update(
                "INSERT INTO taxlines (id, receipt, taxid, base, amount) VALUES (?, ?, '001', ?, ?)",
                "tax-" + id,
                id,
                net,
                tax);
    }

    private void stock(String id, int reason, String product, double units, double price) throws SQLException {
        update(
                "INSERT INTO stockdiary (id, datenew, reason, location, product, units, price, appuser)"
                        + " VALUES (?, timestamp '2026-11-03 10:14:05', ?, '0', ?, ?, ?, 'Anna')",
                id,
                reason,
                product,
                units,
                price);
        int changed = update(
                "UPDATE stockcurrent SET units = units + ? WHERE location = '0' AND product = ?"
                        + " AND attributesetinstance_id IS NULL",
                units,
                product);
        if (changed == 0) {
            update("INSERT INTO stockcurrent (location, product, units) VALUES ('0', ?, ?)", product, units);
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Gives back the replication slot, of which a server has only so many. */
    @Override
    public void close() throws SQLException {
        execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                + " WHERE database = current_database() AND NOT active");
        connection.close();
    }
}
