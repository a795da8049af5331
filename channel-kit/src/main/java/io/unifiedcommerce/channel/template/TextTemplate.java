package io.unifiedcommerce.channel.template;

import io.unifiedcommerce.channel.record.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with placeholders. Immutable. */
public final class TextTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final int PLAIN_SCALE = 100;

    private final String source;
    private final List<Part> parts;

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    /** What becomes of a placeholder's value. */
    private enum Filter {
        NONE,
        /**
         * A text in single quotes, those inside it doubled, as query languages such as OData's want it: unquoted, an O'Brien
         * would end the text and what follows would be read as a condition.
         */
        QUOTED,
        /** The last of several separated by commas. */
        LAST;

        private static Filter of(String text) {
            int mark = text.indexOf('|');
            return switch (mark < 0 ? "" : text.substring(mark + 1)) {
                case "" -> NONE;
                case "quoted" -> QUOTED;
                case "last" -> LAST;
                default -> throw new IllegalArgumentException("no such filter: ${" + text + "}");
            };
        }

        private Object apply(Object value) {
            return switch (this) {
                case NONE -> value;
                case QUOTED -> "'" + textOf(value).replace("'", "''") + "'";
                case LAST -> {
                    String text = textOf(value);
                    yield text.substring(text.lastIndexOf(',') + 1).strip();
                }
            };
        }
    }

    /**
     * @param head the name up to its first dot
     * @param tail the path behind it; null when there is no dot
     */
    private record Placeholder(String name, String head, Path tail, Filter filter) implements Part {

        static Placeholder parse(String text) {
            String name = text.replaceFirst("\\|.*", "");
            Filter filter = Filter.of(text);
            int dot = name.indexOf('.');
            return dot < 0
                    ? new Placeholder(name, name, null, filter)
                    : new Placeholder(name, name.substring(0, dot), Path.parse(name.substring(dot + 1)), filter);
        }

        Object value(Values values) {
            Object value = found(values);
            return value == null ? null : filter.apply(value);
        }

        /** The value, or null; an option set to the empty text counts as not set. */
        private Object found(Values values) {
            Object value = values.call().get(name);
            if (value == null && tail != null) {
                value = tail.get(values.call().get(head));
            }
            if (value == null) {
                String option = values.options().get(name);
                value = option == null || option.isEmpty() ? null : option;
            }
            return value;
        }
    }

    private TextTemplate(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /**
     * Finds the placeholders.
     *
     * @throws IllegalArgumentException when a placeholder is not a name or path, or its filter is not known
     */
    public static TextTemplate compile(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(new Literal(text.substring(end, matcher.start())));
            }
            parts.add(Placeholder.parse(matcher.group(1)));
            end = matcher.end();
        }
        if (end < text.length()) {
            parts.add(new Literal(text.substring(end)));
        }
        return new TextTemplate(text, parts);
    }

    /** Whether the whole text is one placeholder. */
    public boolean isPlaceholder() {
        return parts.size() == 1 && parts.get(0) instanceof Placeholder;
    }

    /**
     * The value in its own type when the whole text is one placeholder, null when that has none; else the text.
     *
     * @throws MissingValueException when a placeholder inside a longer text has no value
     */
    public Object value(Values values) {
        return parts.size() == 1 && parts.get(0) instanceof Placeholder only ? only.value(values) : text(values);
    }

    /** The text; null when the whole of it is one placeholder without a value. */
    public String textOrNull(Values values) {
        Object value = value(values);
        return value == null ? null : textOf(value);
    }

    /**
     * The text.
     *
     * @throws MissingValueException when a placeholder has no value
     */
    public String text(Values values) {
        return text(values, UnaryOperator.identity());
    }

    /**
     * The text, of which each value is encoded and nothing else.
     *
     * @throws MissingValueException when a placeholder has no value
     */
    public String text(Values values, UnaryOperator<String> encoding) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Placeholder placeholder) {
                Object value = placeholder.value(values);
                if (value == null) {
                    throw new MissingValueException(placeholder.name());
                }
                text.append(encoding.apply(textOf(value)));
            }
        }
        return text.toString();
    }

    private static String textOf(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TextTemplate::textOf).collect(Collectors.joining(","));
        }
        // 1E+2 is not what a platform reads as an amount; but 1E+999999999 written out would fill the heap.
        return value instanceof BigDecimal decimal && Math.abs(decimal.scale()) <= PLAIN_SCALE
                ? decimal.toPlainString()
                : String.valueOf(value);
    }

    @Override
    public String toString() {
        return source;
    }
}
