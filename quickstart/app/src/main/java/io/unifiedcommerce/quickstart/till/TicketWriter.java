package io.unifiedcommerce.quickstart.till;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.UUID;

/** Writes the rows of one ticket, in the till's own order; the caller commits them together. */
final class TicketWriter implements AutoCloseable {

    private static final String TAX = "001";

    /** The United Kingdom's standard rate in December 2010; the data set's prices are taken as without tax. */
    private static final BigDecimal TAX_RATE = new BigDecimal("0.175");

    private final Connection connection;
    private final PreparedStatement customer;
    private final PreparedStatement receipt;
    private final PreparedStatement ticket;
    private final PreparedStatement ticketLine;
    private final PreparedStatement payment;
    private final PreparedStatement taxLine;

    TicketWriter(Connection connection, String cashSession) throws SQLException {
        this.connection = connection;
        customer = connection.prepareStatement("INSERT INTO customers (id, searchkey, name, country)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        receipt = connection.prepareStatement(
                "INSERT INTO receipts (id, datenew, money, person) VALUES (?, ?, '" + cashSession + "', '0')");
        // The status of a return is the number of the receipt of its sale: 0, because goods are taken back without one.
        ticket = connection.prepareStatement("INSERT INTO tickets (id, tickettype, ticketid, person, customer, status)"
                + " SELECT ?, ?, coalesce(max(ticketid), 0) + 1, '0', ?, 0 FROM tickets WHERE tickettype = ?");
        ticketLine = connection.prepareStatement("INSERT INTO ticketlines (ticket, line, product, units, price, taxid)"
                + " VALUES (?, ?, ?, ?, ?, '" + TAX + "')");
        payment = connection.prepareStatement(
                "INSERT INTO payments (id, receipt, payment, total, tendered)" + " VALUES (?, ?, ?, ?, ?)");
        taxLine = connection.prepareStatement(
                "INSERT INTO taxlines (id, receipt, base, amount, taxid) VALUES (?, ?, ?, ?, '" + TAX + "')");
    }

    static String productId(String sku) {
        return "p-" + sku;
    }

    /** What the till writes differently for a return: the ticket's type, the diary's reason, the payment's code. */
    private enum TicketKind {
        SALE(0, -1, "magcard", 1),
        REFUND(1, 2, "magcardrefund", -1);

        private final int type;
        private final int stockReason;
        private final String payment;
        private final int sign;

        TicketKind(int type, int stockReason, String payment, int sign) {
            this.type = type;
            this.stockReason = stockReason;
            this.payment = payment;
            this.sign = sign;
        }

        static TicketKind of(Invoice invoice) {
            return invoice.kind() == Invoice.Kind.SALE ? SALE : REFUND;
        }
    }

    String write(Invoice invoice, LocalDateTime now) throws SQLException {
        TicketKind kind = TicketKind.of(invoice);
        String id = UUID.randomUUID().toString();
        writeHeader(id, kind, invoice, now);
        BigDecimal net = BigDecimal.ZERO;
        try (StockMovements movements = new StockMovements(connection, now)) {
            int number = 0;
            for (InvoiceLine line : invoice.lines()) {
                int units = kind.sign * line.units();
                writeLine(id, number++, line, units);
                movements.book(kind.stockReason, productId(line.sku()), -units, line.unitPrice());
                net = net.add(line.unitPrice().multiply(BigDecimal.valueOf(units)));
            }
        }
        writeTotals(id, kind, net.setScale(2, RoundingMode.HALF_UP));
        return id;
    }

    private void writeHeader(String id, TicketKind kind, Invoice invoice, LocalDateTime now) throws SQLException {
        receipt.setString(1, id);
        receipt.setTimestamp(2, Timestamp.valueOf(now));
        receipt.executeUpdate();
        ticket.setString(1, id);
        ticket.setInt(2, kind.type);
        ticket.setNull(3, Types.VARCHAR);
        if (invoice.customer().isPresent()) {
            ticket.setString(3, customerId(invoice.customer().get(), invoice.country()));
        }
        ticket.setInt(4, kind.type);
        ticket.executeUpdate();
    }

    /** The data set knows customers by number only: the till has no name for them but that number. */
    private String customerId(String number, String country) throws SQLException {
        String id = "c-" + number;
        customer.setString(1, id);
        customer.setString(2, number);
        customer.setString(3, number);
        customer.setString(4, country);
        customer.executeUpdate();
        return id;
    }

    private void writeLine(String id, int number, InvoiceLine line, int units) throws SQLException {
        ticketLine.setString(1, id);
        ticketLine.setInt(2, number);
        ticketLine.setString(3, productId(line.sku()));
        ticketLine.setDouble(4, units);
        ticketLine.setDouble(5, line.unitPrice().doubleValue());
        ticketLine.executeUpdate();
    }

    private void writeTotals(String id, TicketKind kind, BigDecimal net) throws SQLException {
        BigDecimal tax = net.multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP);
        double total = net.add(tax).doubleValue();
        payment.setString(1, UUID.randomUUID().toString());
        payment.setString(2, id);
        payment.setString(3, kind.payment);
        payment.setDouble(4, total);
        payment.setDouble(5, total);
        payment.executeUpdate();
        taxLine.setString(1, UUID.randomUUID().toString());
        taxLine.setString(2, id);
        taxLine.setDouble(3, net.doubleValue());
        taxLine.setDouble(4, tax.doubleValue());
        taxLine.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        customer.close();
        receipt.close();
        ticket.close();
        ticketLine.close();
        payment.close();
        taxLine.close();
    }
}
