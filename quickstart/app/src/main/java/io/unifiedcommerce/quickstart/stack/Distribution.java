package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build packaged for an operator, and nothing else, is what the quickstart runs. */
public final class Distribution {

    private static final List<String> PLUGINS = List.of(
            "transforms",
            "channel-source",
            "pos-source",
            "interaction-source",
            "channel-sink",
            "meta-conversions-sink");

    private final Path root;

    private Distribution(Path root) {
        this.root = root;
    }

    public static Distribution under(Path projectRoot) {
        return new Distribution(projectRoot.toAbsolutePath());
    }

    public Runtimes runtimes() {
        return Runtimes.under(root);
    }

    /** The archives for a worker's plugin path. */
    public List<Path> pluginArchives() {
        return PLUGINS.stream().map(name -> artefact(name, "zip")).toList();
    }

    /** The jar of all Flink jobs. */
    public Path flinkJobs() {
        return artefact("flink-jobs", "jar");
    }

    /** Configurations of the connectors and of the Flink jobs. */
    public Path configExamples() {
        return root.resolve("config-examples");
    }

    private Path artefact(String name, String extension) {
        Path target = root.resolve("packaging").resolve(name).resolve("target");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(target, "unifiedcommerce-" + name + "-*." + extension)) {
                files.forEach(found::add);
            } catch (IOException e) {
                throw new StackException("Could not read " + target, e);
            }
        }
        if (found.size() != 1) {
            throw new StackException("Expected one packaged " + name + " in " + target + " but found " + found
                    + ": build it with mvn -DskipTests clean package");
        }
        return found.get(0);
    }
}
