package io.unifiedcommerce.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a YAML file each key path stands. */
final class YamlLines {
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlLines() {}

    /** Reads as far as the text is YAML. */
    static YamlLines read(String text) {
        YamlLines found = new YamlLines();
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() != null) {
                found.walk(parser, "");
            }
        } catch (IOException e) {
            // What comes after a fault of the syntax has no known place; the fault itself tells its line.
            return found;
        }
        return found;
    }

    /** The line of a path, or of the nearest one around it that is there; 0 where nothing is known. */
    int of(String path) {
        String at = path;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return lines.getOrDefault(at, 0);
    }

    private void walk(JsonParser parser, String path) throws IOException {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String at = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
                lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                walk(parser, at);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                walk(parser, path + "[" + i + "]");
            }
        }
    }
}
