package io.unifiedcommerce.pos;

import io.unifiedcommerce.pos.till.SharedTillServer;
import io.unifiedcommerce.pos.till.Till;
import io.unifiedcommerce.pos.till.TillServer;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A till of its own for each test, and a task that captures it. */
@ExtendWith(SharedTillServer.class)
abstract class TillTest {
    Till till;
    Map<String, String> config;
    ConnectDouble connect;

    @BeforeEach
    void openTill(TillServer server) throws SQLException {
        till = Till.open(server);
        config = ConnectDouble.config(till);
        connect = new ConnectDouble(config);
    }

    @AfterEach
    void closeTill() throws SQLException {
        connect.close();
        till.close();
    }

    /** Starts the capture and takes in what was there before. */
    void follow() {
        connect.start();
        connect.awaitHistory();
    }
}
