package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Directories on a worker that hold channel folders: what a key of the type list can name. */
public final class FolderDirectories {
    private FolderDirectories() {}

    /** Accepts directories that exist and hold channel folders, rather than being one. */
    public static ConfigDef.Validator existing() {
        return ConfigDef.LambdaValidator.with(
                FolderDirectories::ensureExisting, () -> "directories that exist on every worker");
    }

    /** The channel folders that a value can name; directories that do not exist are the validator's to report. */
    public static ChannelFolders folders(Object value) {
        return new ChannelFolders(
                ChannelFolders.class.getClassLoader(),
                directories(ConfigDef.parseType("", value == null ? "" : value, ConfigDef.Type.LIST))
                        .filter(FolderDirectories::isDirectory)
                        .map(Path::of)
                        .toList());
    }

    private static Stream<String> directories(Object value) {
        return ((List<?>) Objects.requireNonNullElse(value, List.of())).stream().map(Object::toString);
    }

    private static void ensureExisting(String key, Object value) {
        directories(value).forEach(directory -> {
            if (!isDirectory(directory)) {
                throw new ConfigException(key, directory, "no such directory on this worker");
            }
            if (Files.isRegularFile(Path.of(directory).resolve(ChannelFolder.MANIFEST))) {
                throw new ConfigException(
                        key, directory, "this is a channel's folder; name the directory that holds it");
            }
        });
    }

    private static boolean isDirectory(String directory) {
        try {
            return Files.isDirectory(Path.of(directory));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
