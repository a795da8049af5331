package io.unifiedcommerce.channel.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * A path into a record, parsed once: {@code customer.address[0].city}; {@code $} is the record itself. The same path reads
 * maps, lists and Connect Structs. What is not there is null, never an error: platforms leave out what is empty.
 */
public final class Path {
    private static final Pattern PART = Pattern.compile("([^.\\[\\]]+)((?:\\[\\d+])*)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private final String text;
    private final Object[] steps;

    private Path(String text, Object[] steps) {
        this.text = text;
        this.steps = steps;
    }

    /**
     * Parses a path.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Path parse(String text) {
        if (text.equals("$")) {
            return new Path(text, new Object[0]);
        }
        List<Object> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "not a path: '" + text + "'; write keys with dots, such as a.b[0].c");
            }
            steps.add(matcher.group(1));
            Matcher index = INDEX.matcher(matcher.group(2));
            while (index.find()) {
                steps.add(Integer.valueOf(index.group(1)));
            }
        }
        return new Path(text, steps.toArray());
    }

    /** What stands at this path below the node, or null. */
    public Object get(Object node) {
        Object current = node;
        for (Object step : steps) {
            if (current == null) {
                return null;
            }
            current = step instanceof String key ? key(current, key) : index(current, (Integer) step);
        }
        return current;
    }

    /** The list at this path; a single value counts as a list of one, nothing as an empty list. */
    @SuppressWarnings("unchecked")
    public List<Object> list(Object node) {
        Object found = get(node);
        return found == null ? List.of() : found instanceof List<?> list ? (List<Object>) list : List.of(found);
    }

    /** Everything at this path below the elements of all lists on the way, and of a list at its end; nulls are left out. */
    public List<Object> all(Object node) {
        List<Object> found = new ArrayList<>();
        collect(node, 0, found);
        return found;
    }

    private void collect(Object node, int step, List<Object> into) {
        if (node instanceof List<?> list && !(step < steps.length && steps[step] instanceof Integer)) {
            list.forEach(item -> collect(item, step, into));
        } else if (node != null && step == steps.length) {
            into.add(node);
        } else if (node != null) {
            Object next = steps[step] instanceof String key ? key(node, key) : index(node, (Integer) steps[step]);
            collect(next, step + 1, into);
        }
    }

    /**
     * The text at this path; null for nothing and for an empty text. Of a map, whose parts make a key together, the texts of its
     * values in the order of their names, with slashes between; null when one of them is missing.
     */
    public String string(Object node) {
        return text(get(node));
    }

    private static String text(Object found) {
        if (found instanceof Map<?, ?> parts && !parts.isEmpty()) {
            StringBuilder joined = new StringBuilder();
            for (Object part : new TreeMap<Object, Object>(parts).values()) {
                String text = text(part);
                if (text == null) {
                    return null;
                }
                joined.append(joined.isEmpty() ? "" : "/").append(text);
            }
            return joined.toString();
        }
        String string = found == null ? null : found.toString();
        return string == null || string.isEmpty() ? null : string;
    }

    private static Object key(Object node, String key) {
        if (node instanceof Map<?, ?> map) {
            return map.get(key);
        }
        if (node instanceof Struct struct) {
            Field field = struct.schema().field(key);
            return field == null ? null : struct.get(field);
        }
        return null;
    }

    private static Object index(Object node, int index) {
        return node instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
