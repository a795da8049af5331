package io.unifiedcommerce.pos.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.common.config.types.Password;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a till's database is and as whom it is entered.
 *
 * @param sslMode as the PostgreSQL driver names it
 * @param sslRootCertificate file; null for the driver's own default
 */
public record TillAddress(
        String host,
        int port,
        String user,
        Password password,
        String database,
        String sslMode,
        String sslRootCertificate) {

    /**
     * Opens a connection; the caller closes it.
     *
     * @param connect longest time until the connection stands
     * @param answer longest silence of the server within an answer
     */
    public Connection connect(Duration connect, Duration answer) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setUser(user);
        source.setPassword(password.value());
        source.setDatabaseName(database);
        source.setSslMode(sslMode);
        if (sslRootCertificate != null) {
            source.setSslRootCert(sslRootCertificate);
        }
        source.setApplicationName("unified-commerce pos-source");
        source.setConnectTimeout(seconds(connect));
        source.setLoginTimeout(seconds(connect));
        source.setSocketTimeout(seconds(answer));
        // A text is sent without a type, so that it can be compared with a uuid or a timestamp as well.
        source.setStringType("unspecified");
        source.setTcpKeepAlive(true);
        return source.getConnection();
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(1, duration.toSeconds());
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
