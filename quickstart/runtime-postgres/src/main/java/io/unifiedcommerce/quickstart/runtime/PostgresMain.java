package io.unifiedcommerce.quickstart.runtime;

import io.unifiedcommerce.quickstart.lifeline.Lifeline;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs a PostgreSQL server with logical decoding. Arguments: a directory for its data and binaries, the port.
 *
 * <p>The server refuses to run as root; the library then starts it through {@code unshare -U} where the kernel allows,
 * otherwise this JVM must be started under another user.
 */
public final class PostgresMain {

    private PostgresMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Lifeline.hold();
        Path directory = Path.of(args[0]);
        EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setPort(Integer.parseInt(args[1]))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("wal_level", "logical")
                .setServerConfig("max_wal_senders", "8")
                .setServerConfig("max_replication_slots", "8")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        // The server is a process of its own: nothing else keeps this JVM, whose end would stop it.
        Thread.currentThread().join();
    }
}
