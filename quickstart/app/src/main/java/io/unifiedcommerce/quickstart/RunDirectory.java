package io.unifiedcommerce.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one run keeps its logs and data.
 *
 * @param path exists and is empty at the start
 * @param temporary whether it was made for this run only
 */
record RunDirectory(Path path, boolean temporary) {

    /**
     * @param chosen the user's choice; it is created where it does not exist
     * @throws IOException where it holds files: another run's data must not be mixed with this one's
     */
    static RunDirectory open(Optional<Path> chosen) throws IOException {
        if (chosen.isEmpty()) {
            return new RunDirectory(Files.createTempDirectory("unified-commerce-"), true);
        }
        Path path = Files.createDirectories(chosen.get().toAbsolutePath());
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new IOException(path + " is not empty: choose a new directory");
            }
        }
        return new RunDirectory(path, false);
    }

    /** Removes a temporary directory where it still is; one that the user chose stays. */
    void discard() throws IOException {
        if (!temporary || Files.notExists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
