package io.unifiedcommerce.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of a channel folder that a test may break. */
final class FolderCopy {
    private final Path folder;

    private FolderCopy(Path folder) {
        this.folder = folder;
    }

    /** @param into a directory that becomes the parent of the copy */
    static FolderCopy of(Path original, Path into) throws IOException {
        return named(original.getFileName().toString(), original, into);
    }

    /** A copy for a channel of another name; its manifest has to be changed, too. */
    static FolderCopy named(String name, Path original, Path into) throws IOException {
        Path copy = into.resolve(name);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return new FolderCopy(copy);
    }

    /** Replaces a text in a file; it must be there. */
    FolderCopy replacing(String file, String text, String by) {
        try {
            Path path = folder.resolve(file);
            String before = Files.readString(path);
            assertThat(before).as(file).contains(text);
            Files.writeString(path, before.replace(text, by));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FolderCopy without(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    FolderCopy moving(String file, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        Files.move(folder.resolve(file), target);
        return this;
    }

    ChannelFolder folder() {
        return ChannelFolder.directory(folder);
    }
}
