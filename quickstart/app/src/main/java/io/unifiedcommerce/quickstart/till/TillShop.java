package io.unifiedcommerce.quickstart.till;

import io.unifiedcommerce.quickstart.orders.Invoice;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The shop behind the till's database: its products, its stock and the sales and returns at its one till.
 *
 * <p>A product's id is {@code p-<sku>}, a customer's {@code c-<number>}. Safe for several threads, which wait for each other.
 */
public final class TillShop implements AutoCloseable {

    /** The shop's one stock location. */
    public static final String LOCATION = "0";

    private static final int REASON_PURCHASE = 1;

    private final Connection connection;
    private final Clock clock;
    private final TicketWriter tickets;
    private final String cashSession = UUID.randomUUID().toString();

    /**
     * Opens the till: a cash session begins.
     *
     * @param connection to a database with the till's tables; this object closes it
     * @param clock time and zone of the shop: the till writes local time without a zone
     */
    public TillShop(Connection connection, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        connection.setAutoCommit(false);
        open(LocalDateTime.now(clock));
        this.tickets = new TicketWriter(connection, cashSession);
    }

    private void open(LocalDateTime opened) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO closedcash (money, host, hostsequence,"
                + " datestart) SELECT ?, 'till-1', coalesce(max(hostsequence), 0) + 1, ? FROM closedcash")) {
            insert.setString(1, cashSession);
            insert.setTimestamp(2, Timestamp.valueOf(opened));
            insert.executeUpdate();
        }
        connection.commit();
    }

    /**
     * Takes a delivery in and adds the products that are new; the SKU is also the barcode.
     *
     * @param names by SKU
     * @param units delivered, by SKU
     */
    public synchronized void receive(Map<String, String> names, Map<String, Integer> units) throws SQLException {
        try (PreparedStatement product = connection.prepareStatement("INSERT INTO products (id, reference, code, name,"
                        + " category, taxcat) VALUES (?, ?, ?, ?, '000', '001') ON CONFLICT (id) DO NOTHING");
                StockMovements movements = new StockMovements(connection, LocalDateTime.now(clock))) {
            for (Map.Entry<String, Integer> delivery : new TreeMap<>(units).entrySet()) {
                String sku = delivery.getKey();
                String id = TicketWriter.productId(sku);
                product.setString(1, id);
                product.setString(2, sku);
                product.setString(3, sku);
                product.setString(4, names.getOrDefault(sku, sku));
                product.executeUpdate();
                movements.book(REASON_PURCHASE, id, delivery.getValue(), BigDecimal.ZERO);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /**
     * Sells or takes back everything on the invoice now, in one database transaction, as the real till does.
     *
     * @return the receipt's id
     */
    public synchronized String play(Invoice invoice) throws SQLException {
        try {
            String receipt = tickets.write(invoice, LocalDateTime.now(clock));
            connection.commit();
            return receipt;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Units of every SKU as the till counts them. */
    public synchronized Map<String, Long> stock() throws SQLException {
        Map<String, Long> stock = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT p.reference, sum(s.units) FROM stockcurrent s"
                        + " JOIN products p ON p.id = s.product WHERE s.location = '" + LOCATION + "'"
                        + " GROUP BY p.reference")) {
            while (rows.next()) {
                stock.put(rows.getString(1), Math.round(rows.getDouble(2)));
            }
        }
        connection.commit();
        return stock;
    }

    @Override
    public synchronized void close() throws SQLException {
        tickets.close();
        connection.close();
    }
}
