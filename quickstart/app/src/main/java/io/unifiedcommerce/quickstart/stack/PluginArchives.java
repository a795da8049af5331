package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks packaged plugin archives into a worker's plugin path, as an operator does. */
public final class PluginArchives {

    private PluginArchives() {}

    /**
     * @return the plugin path with one folder per archive
     * @throws StackException where an archive cannot be read or names a file outside its own folder
     */
    public static Path unpack(List<Path> archives, Path pluginPath) {
        for (Path archive : archives) {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                Files.createDirectories(pluginPath);
                for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                    unpack(zip, entries.nextElement(), pluginPath);
                }
            } catch (IOException e) {
                throw new StackException("Could not unpack " + archive, e);
            }
        }
        return pluginPath;
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new StackException(zip.getName() + " names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }
}
