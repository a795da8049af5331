package io.unifiedcommerce.flink.inventory.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One object of the configuration file. Reads its keys and notes mistakes; what is wrong reads as its default. */
final class Section {

    private final String path;
    private final JsonNode node;
    private final List<String> errors;

    private Section(String path, JsonNode node, List<String> errors) {
        this.path = path;
        this.node = node;
        this.errors = errors;
    }

    /** @param keys the keys there may be */
    static Section of(String path, JsonNode node, List<String> errors, String... keys) {
        if (!node.isObject()) {
            errors.add((path.isEmpty() ? "the file" : path) + ": must be an object, is " + kind(node));
            return new Section(path, JsonNodeFactory.instance.objectNode(), errors);
        }
        Section section = new Section(path, node, errors);
        node.fieldNames().forEachRemaining(key -> {
            if (!List.of(keys).contains(key)) {
                section.error(key, "no such key; there are " + String.join(", ", keys));
            }
        });
        return section;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void error(String key, String problem) {
        errors.add(path(key) + ": " + problem);
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    Section section(String key, String... keys) {
        JsonNode value = node.path(key);
        return of(path(key), has(key) ? value : JsonNodeFactory.instance.objectNode(), errors, keys);
    }

    /** One section for each element of a list. */
    List<Section> sections(String key, String... keys) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode element : list(key)) {
            sections.add(of(path(key) + "[" + sections.size() + "]", element, errors, keys));
        }
        return sections;
    }

    String text(String key) {
        if (!has(key)) {
            error(key, "missing");
            return "";
        }
        return text(key, "");
    }

    /** Numbers are texts, too: ids often look like numbers. */
    String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = node.get(key);
        if (!value.isValueNode() || value.asText().isBlank()) {
            error(key, "must be a text, is " + kind(value));
            return otherwise;
        }
        return value.asText();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(key)) {
            if (element.isValueNode() && !element.asText().isBlank()) {
                texts.add(element.asText());
            } else {
                error(key + "[" + texts.size() + "]", "must be a text, is " + kind(element));
            }
        }
        return texts;
    }

    long units(String key, long otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = node.get(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            error(key, "must be a whole number, 0 or more, is " + kind(value));
            return otherwise;
        }
        return value.asLong();
    }

    BigDecimal share(String key) {
        if (!has(key)) {
            return BigDecimal.ONE;
        }
        JsonNode value = node.get(key);
        BigDecimal share = value.isNumber() ? value.decimalValue() : BigDecimal.valueOf(-1);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            error(key, "must be a number from 0 to 1, is " + kind(value));
            return BigDecimal.ONE;
        }
        return share;
    }

    boolean flag(String key) {
        if (has(key) && !node.get(key).isBoolean()) {
            error(key, "must be true or false, is " + kind(node.get(key)));
        }
        return node.path(key).asBoolean();
    }

    long duration(String key, long otherwise) {
        String text = text(key, null);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration.toMillis();
            }
        } catch (DateTimeParseException notADuration) {
            // Said below, with what to write instead.
        }
        error(key, "must be an ISO 8601 duration such as PT30S, is a text");
        return otherwise;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        String text = text(key, null);
        if (text == null) {
            if (otherwise == null) {
                error(key, "missing");
            }
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    error(
                            key,
                            "must be one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", ")));
                    return otherwise;
                });
    }

    /** Values by free keys. */
    <V> Map<String, V> entries(String key, Function<Entry, V> value) {
        JsonNode entries = node.path(key);
        Map<String, V> map = new LinkedHashMap<>();
        if (has(key) && !entries.isObject()) {
            error(key, "must be an object, is " + kind(entries));
            return map;
        }
        entries.properties()
                .forEach(entry -> map.put(
                        entry.getKey(),
                        value.apply(new Entry(new Section(path(key), entries, errors), entry.getKey()))));
        return map;
    }

    /** A value under a free key. */
    record Entry(Section section, String key) {

        Map<String, String> texts() {
            return section.entries(key, inner -> inner.section().text(inner.key()));
        }

        Set<String> set() {
            return new TreeSet<>(section.texts(key));
        }
    }

    private Iterable<JsonNode> list(String key) {
        JsonNode value = node.path(key);
        if (has(key) && !value.isArray()) {
            error(key, "must be a list, is " + kind(value));
            return List.of();
        }
        return value;
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "a text";
            default -> "empty";
        };
    }
}
