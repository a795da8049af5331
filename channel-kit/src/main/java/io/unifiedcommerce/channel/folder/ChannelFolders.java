package io.unifiedcommerce.channel.folder;

import io.unifiedcommerce.channel.manifest.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds channel folders by looking, not by a list: an integrator adds a folder and edits nothing else. */
public final class ChannelFolders {
    private final ClassLoader loader;
    private final List<Path> directories;

    /**
     * @param loader its resources {@code channels/*} are the built-in channels
     * @param directories directories that hold channel folders; they win over the class path
     */
    public ChannelFolders(ClassLoader loader, List<Path> directories) {
        this.loader = loader;
        this.directories = List.copyOf(directories);
    }

    /** The channels shipped beside this class. */
    public static ChannelFolders builtIn() {
        return new ChannelFolders(ChannelFolders.class.getClassLoader(), List.of());
    }

    /**
     * The folder of a channel.
     *
     * @throws IllegalArgumentException when there is none, with the nearest known name
     */
    public ChannelFolder named(String name) {
        if (name.matches("[a-z0-9][a-z0-9-]*")) {
            for (Path directory : directories) {
                if (Files.isRegularFile(directory.resolve(name).resolve(ChannelFolder.MANIFEST))) {
                    return ChannelFolder.directory(directory.resolve(name));
                }
            }
            ChannelFolder folder = ChannelFolder.onClassPath(name, loader);
            if (folder.exists()) {
                return folder;
            }
        }
        throw new IllegalArgumentException("unknown channel '" + name + "'; " + NearestName.hint(name, names()));
    }

    /** Names of all channels, sorted. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (Path directory : directories) {
                names.addAll(namesIn(directory));
            }
            for (URL root : Collections.list(loader.getResources("channels"))) {
                names.addAll(namesIn(root.toURI()));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("channel folders cannot be listed", e);
        }
        return names;
    }

    private static List<String> namesIn(URI root) throws IOException {
        if (!root.getScheme().equals("jar")) {
            return namesIn(Path.of(root));
        }
        try (FileSystem jar = FileSystems.newFileSystem(
                Path.of(URI.create(root.getSchemeSpecificPart().replaceFirst("!.*", ""))), Map.of())) {
            return namesIn(jar.getPath("channels"));
        }
    }

    private static List<String> namesIn(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(ChannelFolder.MANIFEST)))
                    .map(child -> child.getFileName().toString().replace("/", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("channel folders in " + directory + " cannot be listed", e);
        }
    }
}
