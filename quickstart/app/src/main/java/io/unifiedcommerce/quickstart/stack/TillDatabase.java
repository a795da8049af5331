package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server with logical decoding and the tables of a uniCenta oPOS till. */
public final class TillDatabase implements AutoCloseable {

    public static final String USER = "postgres";
    public static final String DATABASE = "postgres";

    private static final String TABLES = "/till/unicenta-postgresql.sql";
    private static final Duration READY = Duration.ofSeconds(60);

    private final ServerHome home;
    private final ChildJvm child;
    private final int port;

    private TillDatabase(ServerHome home, ChildJvm child, int port) {
        this.home = home;
        this.child = child;
        this.port = port;
    }

    /** Starts a new server, creates the till's tables and returns when both are there. */
    public static TillDatabase start(Runtimes runtimes, Path directory) {
        return start(runtimes, directory, ServerAccount.available());
    }

    static TillDatabase start(Runtimes runtimes, Path directory, ServerAccount account) {
        ServerHome home = ServerHome.prepare(account, directory, runtimes.postgres());
        int port = Ports.free();
        ChildSpec spec = new ChildSpec(
                "till-database",
                home.directory(),
                account.wrapper(),
                "192m",
                home.library(),
                "io.unifiedcommerce.quickstart.runtime.PostgresMain",
                List.of(home.directory().toString(), Integer.toString(port)),
                Map.of());
        TillDatabase till = new TillDatabase(home, ChildJvm.start(spec, directory), port);
        try {
            till.child.awaitReady(READY, till::notReadyBecause);
            till.createTables();
        } catch (StackException e) {
            till.close();
            throw e;
        }
        return till;
    }

    private Optional<String> notReadyBecause() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(5) ? Optional.empty() : Optional.of("its connection does not answer");
        }
    }

    private void createTables() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(resource(TABLES));
        } catch (SQLException e) {
            throw new StackException("Could not create the till's tables", e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + DATABASE;
    }

    /** A new connection; the caller closes it. The server trusts this machine: there is no password. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), USER, "");
    }

    long pid() {
        return child.pid();
    }

    private static String resource(String name) {
        try (InputStream stream = TillDatabase.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read resource " + name, e);
        }
    }

    @Override
    public void close() {
        child.close();
        home.close();
    }
}
