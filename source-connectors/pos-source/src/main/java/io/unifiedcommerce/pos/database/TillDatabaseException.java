package io.unifiedcommerce.pos.database;

import java.sql.SQLException;

/** The database did not answer as it should; the cause's SQL state says whether waiting helps. */
public final class TillDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TillDatabaseException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
