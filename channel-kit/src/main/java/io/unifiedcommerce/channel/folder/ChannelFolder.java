package io.unifiedcommerce.channel.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.EventsManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.manifest.StrictBinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * One channel's folder: {@code channel.yaml}, its mappings and its query files. Comes from the class path (built-in channels)
 * or from a directory (an integrator's own); both read alike.
 */
public final class ChannelFolder {
    /** The file that makes a directory a channel's folder. */
    public static final String MANIFEST = "channel.yaml";

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());

    private static final Pattern IMPORT = Pattern.compile("^#import \"([^\"]+)\"\\s*$\\R?", Pattern.MULTILINE);

    private final String name;
    private final FolderSource source;

    private ChannelFolder(String name, FolderSource source) {
        this.name = name;
        this.source = source;
    }

    /** The folder {@code channels/<name>} of a class loader's resources. */
    public static ChannelFolder onClassPath(String name, ClassLoader loader) {
        return new ChannelFolder(name, new FolderSource.ClassPath(loader, "channels/" + name));
    }

    /** A directory on this machine; its last part is the channel's name. */
    public static ChannelFolder directory(Path directory) {
        return new ChannelFolder(directory.getFileName().toString(), new FolderSource.Directory(directory));
    }

    public String name() {
        return name;
    }

    /** Whether there is a manifest. */
    public boolean exists() {
        try (InputStream in = source.open(MANIFEST).orElse(null)) {
            return in != null;
        } catch (IOException e) {
            throw new UncheckedIOException("channel '" + name + "' cannot be read", e);
        }
    }

    /**
     * Reads the manifest.
     *
     * @throws ManifestException with every problem found
     */
    public ChannelManifest manifest() {
        List<Problem> problems = new ArrayList<>();
        JsonNode tree = yaml(MANIFEST, problems);
        ChannelManifest manifest = null;
        if (tree != null) {
            Class<? extends ChannelManifest> type =
                    switch (tree.path("kind").asText()) {
                        case "database" -> DatabaseManifest.class;
                        case "events" -> EventsManifest.class;
                        default -> ApiManifest.class;
                    };
            manifest = new StrictBinder(MANIFEST, problems).bind(tree, type);
        }
        if (manifest != null) {
            problems.addAll(ManifestRules.check(this, manifest));
        }
        if (!problems.isEmpty()) {
            throw new ManifestException(name, problems);
        }
        return manifest;
    }

    /** A file's YAML, or null after adding a problem. */
    public JsonNode yaml(String file, List<Problem> problems) {
        Optional<String> text = find(file);
        if (text.isEmpty()) {
            problems.add(new Problem(file, "no such file in the folder of channel '" + name + "'"));
            return null;
        }
        try {
            return YAML.readTree(text.get());
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            problems.add(new Problem(
                    file,
                    "not YAML at line " + where.getLineNr() + ", column " + where.getColumnNr() + ": "
                            + e.getOriginalMessage()));
            return null;
        }
    }

    /** A text file of the folder, such as a GraphQL document. */
    public Optional<String> find(String file) {
        try (InputStream in = source.open(file).orElse(null)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of channel '" + name + "' cannot be read", e);
        }
    }

    /**
     * Paths of all files below a directory of the folder, such as {@code samples}: relative to the folder, with slashes; none
     * when there is no such directory.
     */
    public SortedSet<String> files(String directory) {
        try {
            return source.files(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " of channel '" + name + "' cannot be listed", e);
        }
    }

    /** Where the folder lies on this machine; empty for one of the class path. */
    public Optional<Path> location() {
        return source.location();
    }

    /**
     * A text file that the manifest names. Where a line says {@code #import "<file>"}, the file of the folder with that path is
     * added at the end, once; so GraphQL documents share their fragments.
     *
     * @throws ManifestException when it, or a file that it imports, does not exist
     */
    public String text(String file) {
        Map<String, String> files = new LinkedHashMap<>();
        collect(file, files);
        return String.join("\n", files.values());
    }

    private void collect(String file, Map<String, String> files) {
        String text = find(file)
                .orElseThrow(
                        () -> new ManifestException(name, List.of(new Problem(file, "no such file in the folder"))));
        files.put(file, IMPORT.matcher(text).replaceAll(""));
        IMPORT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(imported -> !files.containsKey(imported))
                .forEach(imported -> collect(imported, files));
    }

    @Override
    public String toString() {
        return "channel " + name;
    }
}
