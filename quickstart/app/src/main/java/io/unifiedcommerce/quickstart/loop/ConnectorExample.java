package io.unifiedcommerce.quickstart.loop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A connector's configuration as the project ships it.
 *
 * @param name the connector's: that of the file
 * @param configuration what {@code PUT /connectors/<name>/config} takes, placeholders and all
 */
record ConnectorExample(String name, Map<String, String> configuration) {

    private static final String JSON = ".json";

    ConnectorExample {
        configuration = Map.copyOf(configuration);
    }

    /** Every connector configuration in the directory, by name. */
    static Map<String, ConnectorExample> in(Path directory) {
        Map<String, ConnectorExample> examples = new TreeMap<>();
        for (Path file : files(directory)) {
            ConnectorExample example = read(file);
            examples.put(example.name(), example);
        }
        return examples;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(JSON)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the configurations in " + directory, e);
        }
    }

    private static ConnectorExample read(Path file) {
        try {
            Map<String, String> configuration = new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
            String fileName = file.getFileName().toString();
            return new ConnectorExample(fileName.substring(0, fileName.length() - JSON.length()), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not one flat JSON object", e);
        }
    }

    /** Which shop or till it is for. */
    String channelInstance() {
        return configuration.get("channel.instance");
    }
}
