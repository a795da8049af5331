package io.unifiedcommerce.channel.folder;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a folder's files lie. */
sealed interface FolderSource {

    /** Opens a file; empty when it does not exist. */
    Optional<InputStream> open(String file) throws IOException;

    /** Paths of all files below a directory, relative to the folder, with slashes. */
    SortedSet<String> files(String directory) throws IOException;

    /** Where the folder lies on this machine; empty inside of a class path. */
    Optional<Path> location();

    /** A directory on this machine. */
    record Directory(Path root) implements FolderSource {
        @Override
        public Optional<InputStream> open(String file) throws IOException {
            Path path = root.resolve(file);
            return Files.isRegularFile(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
        }

        @Override
        public SortedSet<String> files(String directory) throws IOException {
            Path below = root.resolve(directory);
            if (!Files.isDirectory(below)) {
                return new TreeSet<>();
            }
            try (Stream<Path> files = Files.walk(below)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }

        @Override
        public Optional<Path> location() {
            return Optional.of(root);
        }
    }

    /** A folder among a class loader's resources: of a jar, or of a directory of classes. */
    record ClassPath(ClassLoader loader, String root) implements FolderSource {
        @Override
        public Optional<InputStream> open(String file) {
            return Optional.ofNullable(loader.getResourceAsStream(root + "/" + file));
        }

        @Override
        public SortedSet<String> files(String directory) throws IOException {
            // A jar need not have entries for its directories, but the manifest is always there.
            URL manifest = loader.getResource(root + "/channel.yaml");
            if (manifest == null) {
                return new TreeSet<>();
            }
            URI place = URI.create(manifest.toString());
            if (!place.getScheme().equals("jar")) {
                return new Directory(Path.of(place).getParent()).files(directory);
            }
            Path archive = Path.of(URI.create(place.getRawSchemeSpecificPart().replaceFirst("!.*", "")));
            try (FileSystem jar = FileSystems.newFileSystem(archive, Map.of())) {
                return new Directory(jar.getPath(root)).files(directory);
            }
        }

        @Override
        public Optional<Path> location() {
            return Optional.empty();
        }
    }
}
