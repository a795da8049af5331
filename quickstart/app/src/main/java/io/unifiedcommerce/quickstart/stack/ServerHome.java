package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the till's server keeps data and binaries and finds its libraries.
 *
 * <p>An unprivileged server can neither read the libraries nor reach the run directory where these lie in root's home;
 * it then gets a directory of its own under the system's temporary directory, with a copy of the libraries.
 */
record ServerHome(Path directory, Path library, boolean temporary) implements AutoCloseable {

    static ServerHome prepare(ServerAccount account, Path runDirectory, Path library) {
        try {
            if (account != ServerAccount.UNPRIVILEGED) {
                return new ServerHome(Files.createDirectories(runDirectory.resolve("till")), library, false);
            }
            Path directory = Files.createTempDirectory("unified-commerce-till");
            Path copy = Files.createDirectory(directory.resolve("lib"));
            for (Path jar : children(library)) {
                Files.copy(jar, copy.resolve(jar.getFileName()));
            }
            for (Path file : tree(directory)) {
                Files.setAttribute(file, "unix:uid", ServerAccount.UNPRIVILEGED_ID);
            }
            return new ServerHome(directory, copy, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare a directory for the till's server", e);
        }
    }

    /** Removes a temporary home. */
    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try {
            for (Path file : tree(directory)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + directory, e);
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Deepest first. */
    private static List<Path> tree(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
