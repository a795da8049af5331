package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Path;

/** Tests run in their module's directory, two below the root. */
public final class ProjectRoot {

    private ProjectRoot() {}

    public static Path path() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }
}
