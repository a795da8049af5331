package io.unifiedcommerce.cli;

import java.nio.file.Path;

/**
 * Where editors find the JSON Schemas.
 *
 * @param docs the directory that holds them, as a folder's own files name it; null when this command does not know
 */
record Schemas(String docs) {
    /** Set by channel.sh: the checkout. */
    static final String HOME = "unifiedcommerce.home";

    /** The schemas of the checkout, by the way that leads there from a channel's folder. */
    static Schemas seenFrom(Path folder) {
        String home = System.getProperty(HOME);
        return new Schemas(
                home == null
                        ? null
                        : folder.relativize(Path.of(home)
                                        .toAbsolutePath()
                                        .normalize()
                                        .resolve("docs"))
                                .toString()
                                .replace('\\', '/'));
    }

    /** The line by which an editor knows the schema of a file, or an empty text. */
    String line(String schema, String up) {
        return docs == null ? "" : "# yaml-language-server: $schema=" + up + docs + "/" + schema + "\n";
    }
}
