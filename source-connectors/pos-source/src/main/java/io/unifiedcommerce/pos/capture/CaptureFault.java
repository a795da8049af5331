package io.unifiedcommerce.pos.capture;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;

/** A fault of a capture that somebody has to mend; waiting does not help. */
final class CaptureFault extends ConnectException {
    private static final long serialVersionUID = 1L;

    /**
     * SQL states of a database that is away and will be back: connection lost (08), being shut down or started (57P),
     * no connection free (53), slot still held by the session before (55006). PostgreSQL manual, appendix A.
     */
    private static final List<String> PASSING = List.of("08", "57P", "53", "55006");

    CaptureFault(String message) {
        super(message);
    }

    /** Whether the database will be back. */
    static boolean passes(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CaptureFault) {
                return false;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return PASSING.stream().anyMatch(sql.getSQLState()::startsWith);
            }
            if (cause instanceof IOException || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    /** What the database or the line said: Debezium wraps it into general words. */
    static String reason(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }
}
