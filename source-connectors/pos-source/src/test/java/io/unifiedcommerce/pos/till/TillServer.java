package io.unifiedcommerce.pos.till;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL server with logical decoding on this machine. It refuses to run as root; for root it runs as nobody, by the
 * command setpriv that every Linux has.
 */
public final class TillServer implements AutoCloseable {
    private static final int NOBODY = 65_534;

    private final Path home;
    private final int port;
    private final List<String> settings;
    private Process server;

    private TillServer(Path home, int port, List<String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
    }

    /** Makes and starts a server. */
    public static TillServer create(String... settings) {
        try {
            Path home = Files.createTempDirectory("till-server");
            unpack(home.resolve("pgsql"));
            Files.createDirectory(home.resolve("data"));
            TillServer made = new TillServer(home, freePort(), List.of(settings));
            made.own();
            made.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--no-locale", "--no-sync");
            made.start();
            return made;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    public int port() {
        return port;
    }

    /** Starts the server again on the same port with the same data. */
    public void start() throws IOException, InterruptedException {
        List<String> command = command("postgres");
        command.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1", "-k", ""));
        for (String setting : List.of(
                "wal_level=logical",
                "max_wal_senders=60",
                "max_replication_slots=60",
                "fsync=off",
                "full_page_writes=off",
                "shared_buffers=32MB")) {
            command.addAll(List.of("-c", setting));
        }
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        server = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile())
                .start();
        for (int attempt = 0; attempt < 200 && !ready(); attempt++) {
            if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server ended: " + Files.readString(home.resolve("server.log")));
            }
        }
    }

    private boolean ready() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A connection as the superuser, whom the server trusts. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    /** Stops the server at once, as a power cut would; what was committed stays. */
    public void stop() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("could not remove " + home, e);
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = command(program);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + output);
        }
    }

    private List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(home.resolve("pgsql/bin").resolve(program).toString());
        command.addAll(List.of("-D", home.resolve("data").toString()));
        return command;
    }

    private void own() throws IOException {
        if (isRoot()) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                        permissions.add(PosixFilePermission.OWNER_EXECUTE);
                        Files.setPosixFilePermissions(file, permissions);
                    }
                }
            }
        }
    }

    /** The binaries' artefact of this machine is the only one on the class path. */
    private static InputStream archive() throws IOException {
        for (String name : List.of(
                "postgres-linux-x86_64.txz",
                "postgres-linux-arm_64.txz",
                "postgres-darwin-x86_64.txz",
                "postgres-darwin-arm_64.txz")) {
            InputStream archive = TillServer.class.getResourceAsStream("/" + name);
            if (archive != null) {
                return archive;
            }
        }
        throw new IOException("no PostgreSQL binaries on the class path");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
