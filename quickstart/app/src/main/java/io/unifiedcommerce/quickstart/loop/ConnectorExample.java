package io.unifiedcommerce.quickstart.loop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A connector's configuration as the project ships it.
 *
 * @param name the connector's: that of the file
 * @param configuration what {@code PUT /connectors/<name>/config} takes, placeholders and all
 */
record ConnectorExample(String name, Map<String, String> configuration) {

    private static final String JSON = ".json";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z0-9_]+)}");

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

    /** The variable that stands for each option which is left open, by the option. */
    Map<String, String> openOptions() {
        Map<String, String> open = new TreeMap<>();
        configuration.forEach((option, value) -> {
            Matcher variable = VARIABLE.matcher(value);
            if (variable.matches()) {
                open.put(option, variable.group(1));
            }
        });
        return open;
    }

    /** Every variable that it asks for. */
    Set<String> variables() {
        return configuration.values().stream()
                .flatMap(value -> VARIABLE.matcher(value).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The same connector with options more, or others. */
    ConnectorExample with(Map<String, String> options) {
        Map<String, String> more = new TreeMap<>(configuration);
        more.putAll(options);
        return new ConnectorExample(name, more);
    }

    /** The topics that only this connector names: of its dead letters. */
    Stream<String> ownTopics() {
        return configuration.entrySet().stream()
                .filter(option -> option.getKey().endsWith("topic.name"))
                .map(Map.Entry::getValue);
    }
}
