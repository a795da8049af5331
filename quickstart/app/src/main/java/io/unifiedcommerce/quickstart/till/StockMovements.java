package io.unifiedcommerce.quickstart.till;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.UUID;

/** Books each movement twice as the till does: a row in the diary, and the sum in the current stock. */
final class StockMovements implements AutoCloseable {

    private final PreparedStatement diary;
    private final PreparedStatement update;
    private final PreparedStatement insert;

    StockMovements(Connection connection, LocalDateTime time) throws SQLException {
        diary = connection.prepareStatement("INSERT INTO stockdiary (id, datenew, reason, location, product, units,"
                + " price, appuser) VALUES (?, ?, ?, '" + TillShop.LOCATION + "', ?, ?, ?, 'Till')");
        diary.setTimestamp(2, Timestamp.valueOf(time));
        update = connection.prepareStatement("UPDATE stockcurrent SET units = units + ? WHERE location = '"
                + TillShop.LOCATION + "' AND product = ? AND attributesetinstance_id IS NULL");
        insert = connection.prepareStatement(
                "INSERT INTO stockcurrent (units, location, product) VALUES (?, '" + TillShop.LOCATION + "', ?)");
    }

    /**
     * @param reason the till's code: 1 purchase, 2 return, -1 sale
     * @param units positive into the shop, negative out of it
     */
    void book(int reason, String product, int units, BigDecimal price) throws SQLException {
        diary.setString(1, UUID.randomUUID().toString());
        diary.setInt(3, reason);
        diary.setString(4, product);
        diary.setDouble(5, units);
        diary.setDouble(6, price.doubleValue());
        diary.executeUpdate();
        if (change(update, product, units) == 0) {
            change(insert, product, units);
        }
    }

    private static int change(PreparedStatement statement, String product, int units) throws SQLException {
        statement.setDouble(1, units);
        statement.setString(2, product);
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        diary.close();
        update.close();
        insert.close();
    }
}
