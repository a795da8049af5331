package io.unifiedcommerce.channel.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Binds a YAML tree to records, strictly: every unknown key, missing key and wrong type becomes a {@link Problem} with its
 * path, and binding goes on, so that an author sees all of them at once. Jackson's own binding stops at the first.
 */
public final class StrictBinder {
    private final String file;
    private final List<Problem> problems;

    /**
     * @param file the file's name, put before each path
     * @param problems collects what is wrong; the bound value is only usable when nothing was added
     */
    public StrictBinder(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Binds a whole document; null when it does not have the shape of the type. */
    public <T> T bind(JsonNode node, Class<T> type) {
        return type.cast(value(node, type, ""));
    }

    private Object value(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(node, generic.getActualTypeArguments()[0], path)
                    : map(node, generic.getActualTypeArguments()[1], path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == JsonNode.class) {
            return node;
        }
        if (raw.isSealed()) {
            return variant(node, raw, path);
        }
        if (raw.isRecord()) {
            return record(node, raw, path);
        }
        return scalar(node, raw, path);
    }

    private List<Object> list(JsonNode node, Type item, String path) {
        // A single value where a list is expected is what authors write for one element; YAML gives no reason to
        // refuse.
        if (!node.isArray()) {
            Object single = value(node, item, path);
            return single == null ? List.of() : List.of(single);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object bound = value(node.get(i), item, path + "[" + i + "]");
            if (bound != null) {
                items.add(bound);
            }
        }
        return List.copyOf(items);
    }

    private Map<String, Object> map(JsonNode node, Type item, String path) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (!node.isObject()) {
            problem(path, "expected a map of names, found " + kindOf(node));
            return entries;
        }
        node.properties().forEach(entry -> {
            Object bound = value(entry.getValue(), item, join(path, entry.getKey()));
            if (bound != null) {
                entries.put(entry.getKey(), bound);
            }
        });
        return entries;
    }

    private Object variant(JsonNode node, Class<?> sealed, String path) {
        Map<String, Class<?>> variants = Arrays.stream(sealed.getPermittedSubclasses())
                .collect(Collectors.toMap(
                        variant -> variant.getAnnotation(Kind.class).value(), v -> v, (a, b) -> a, TreeMap::new));
        JsonNode kind = node.get("kind");
        if (kind == null || !kind.isTextual()) {
            problem(join(path, "kind"), "missing; one of " + String.join(", ", variants.keySet()));
            return null;
        }
        Class<?> chosen = variants.get(kind.textValue());
        if (chosen == null) {
            problem(
                    join(path, "kind"),
                    "unknown '" + kind.textValue() + "'; " + NearestName.hint(kind.textValue(), variants.keySet()));
            return null;
        }
        return record(node, chosen, path);
    }

    private Object record(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            problem(path, "expected a map with keys, found " + kindOf(node));
            return null;
        }
        Map<String, RecordComponent> keys = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.put(snakeCase(component.getName()), component);
        }
        boolean discriminated = type.isAnnotationPresent(Kind.class);
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.containsKey(key) && !(discriminated && key.equals("kind"))) {
                problem(join(path, key), "unknown key; " + NearestName.hint(key, keys.keySet()));
            }
        });
        int before = problems.size();
        Object[] arguments = keys.entrySet().stream()
                .map(entry -> component(node.get(entry.getKey()), entry.getValue(), join(path, entry.getKey())))
                .toArray();
        return problems.size() > before ? null : construct(type, arguments, path);
    }

    private Object component(JsonNode node, RecordComponent component, String path) {
        Setting setting = component.getAnnotation(Setting.class);
        Class<?> raw = component.getType();
        if (node != null && !node.isNull()) {
            return value(node, component.getGenericType(), path);
        }
        if (!setting.byDefault().isEmpty()) {
            return scalar(
                    com.fasterxml.jackson.databind.node.TextNode.valueOf(setting.byDefault()),
                    component.getType(),
                    path);
        }
        if (!setting.optional()) {
            problem(path, "missing; " + setting.value());
        }
        return raw == List.class ? List.of() : raw == Map.class ? Map.of() : raw.isPrimitive() ? zero(raw) : null;
    }

    private Object scalar(JsonNode node, Class<?> type, String path) {
        if (!node.isValueNode()) {
            problem(path, "expected " + nameOf(type) + ", found " + kindOf(node));
            return type.isPrimitive() ? zero(type) : null;
        }
        String text = node.asText();
        try {
            if (type == String.class) {
                return text;
            } else if (type == int.class || type == Integer.class) {
                return Integer.parseInt(text);
            } else if (type == double.class) {
                return Double.parseDouble(text);
            } else if (type == Duration.class) {
                return Duration.parse(text);
            } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
                return text.equals("true");
            } else if (type.isEnum()) {
                return enumConstant(text, type);
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // reported below with what would be right
        }
        problem(path, "expected " + nameOf(type) + ", found '" + text + "'");
        return type.isPrimitive() ? zero(type) : null;
    }

    private static Object enumConstant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private Object construct(Class<?> type, Object[] arguments, String path) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            problem(path, e.getCause().getMessage());
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + type.getName() + " cannot be constructed", e);
        }
    }

    private void problem(String path, String message) {
        problems.add(new Problem(file + (path.isEmpty() ? "" : ": " + path), message));
    }

    private static Object zero(Class<?> primitive) {
        return primitive == boolean.class ? false : primitive == int.class ? (Object) 0 : (Object) 0.0;
    }

    private static String nameOf(Class<?> type) {
        if (type == Duration.class) {
            return "an ISO-8601 duration such as PT30S";
        }
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                : type == int.class || type == Integer.class
                        ? "a whole number"
                        : type == double.class ? "a number" : type.getSimpleName();
    }

    private static String kindOf(JsonNode node) {
        return node.isArray() ? "a list" : node.isObject() ? "a map" : "'" + node.asText() + "'";
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
