package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put the libraries of each child JVM. */
public record Runtimes(Path broker, Path connect, Path postgres, Path flink) {

    /**
     * The runtimes built under the project's root directory.
     *
     * @throws StackException where one is missing, with the command that builds it
     */
    public static Runtimes under(Path projectRoot) {
        return new Runtimes(
                library(projectRoot, "runtime-broker"),
                library(projectRoot, "runtime-connect"),
                library(projectRoot, "runtime-postgres"),
                library(projectRoot, "runtime-flink"));
    }

    private static Path library(Path projectRoot, String module) {
        Path library = projectRoot.resolve("quickstart").resolve(module).resolve("target/lib");
        if (!Files.isDirectory(library)) {
            throw new StackException(library + " is missing: build it with mvn -DskipTests package");
        }
        return library.toAbsolutePath();
    }
}
