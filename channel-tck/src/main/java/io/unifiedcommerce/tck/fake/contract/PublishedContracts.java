package io.unifiedcommerce.tck.fake.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the published contracts lie: the folder named by the system property {@code contracts.dir}, else the folder
 * {@code shared/contracts} next to the project or next to one of the folders above the working directory.
 */
public final class PublishedContracts {
    private PublishedContracts() {}

    /** The file or folder, for example shopify/admin-2026-07.schema.graphql; empty when it is not there. */
    public static Optional<Path> find(String name) {
        String configured = System.getProperty("contracts.dir");
        if (configured != null) {
            return Optional.of(Path.of(configured, name)).filter(Files::exists);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate =
                    folder.resolveSibling("shared").resolve("contracts").resolve(name);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
