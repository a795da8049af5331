package io.unifiedcommerce.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What the generator made of commerce.avdl. */
final class GeneratedTypes {

    private GeneratedTypes() {}

    static int count() {
        try (Stream<Path> files = Files.list(classes())) {
            return (int) files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .filter(name -> isRecord(name.substring(0, name.length() - ".class".length())))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Entity.class.getResource("Entity.class").toURI()).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isRecord(String simpleName) {
        try {
            return SpecificRecord.class.isAssignableFrom(
                    Class.forName(Entity.class.getPackageName() + "." + simpleName));
        } catch (ClassNotFoundException noType) {
            return false;
        }
    }
}
