package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code $filter} of OData 2, as far as the platform understands it: comparisons with {@code and}, {@code or} and brackets, of
 * properties and of those of an entity next to it.
 */
final class Filter {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(datetime'[^']*'|'(?:[^']|'')*'|[()]|[A-Za-z][\\w/]*|-?\\d+(?:\\.\\d+)?[MLdf]?)\\s*");

    private final EntityShape shape;
    private final Matcher tokens;
    private String token;
    private int end;

    private Filter(EntityShape shape, String text) {
        this.shape = shape;
        this.tokens = TOKEN.matcher(text);
        advance();
    }

    /** @throws ApiError when the platform would not understand it */
    static Predicate<JsonNode> of(EntityShape shape, String text) {
        if (text.isBlank()) {
            return row -> true;
        }
        Filter filter = new Filter(shape, text);
        Predicate<JsonNode> all = filter.or();
        if (filter.token != null || filter.end != text.length()) {
            throw filter.bad();
        }
        return all;
    }

    private void advance() {
        tokens.region(end, tokens.regionEnd());
        token = tokens.lookingAt() ? tokens.group(1) : null;
        end = token == null ? end : tokens.end();
    }

    private ApiError bad() {
        return new ApiError(400, "invalid_query_filter", "Unable to parse the filter at position " + end + ".");
    }

    private Predicate<JsonNode> or() {
        Predicate<JsonNode> all = and();
        while ("or".equals(token)) {
            advance();
            all = all.or(and());
        }
        return all;
    }

    private Predicate<JsonNode> and() {
        Predicate<JsonNode> all = term();
        while ("and".equals(token)) {
            advance();
            all = all.and(term());
        }
        return all;
    }

    private Predicate<JsonNode> term() {
        if ("(".equals(token)) {
            advance();
            Predicate<JsonNode> inner = or();
            if (!")".equals(token)) {
                throw bad();
            }
            advance();
            return inner;
        }
        String path = taken();
        String operator = taken();
        String literal = taken();
        if (path.chars().filter(letter -> letter == '/').count() > 1) {
            throw new ApiError(
                    501, "not_implemented", "Filtering by nested properties of nested items is not supported.");
        }
        shape.at(path);
        Object value = value(literal);
        return row -> compare(operator, row.at("/" + path), value);
    }

    private String taken() {
        if (token == null) {
            throw bad();
        }
        String taken = token;
        advance();
        return taken;
    }

    /** A Long for an instant, a Double for a number, or a text. */
    private Object value(String literal) {
        if (literal.startsWith("datetime'")) {
            return millis(literal.substring("datetime'".length(), literal.length() - 1));
        }
        if (literal.startsWith("'")) {
            return literal.substring(1, literal.length() - 1).replace("''", "'");
        }
        if (literal.matches("-?\\d+.*")) {
            return Double.valueOf(literal.replaceAll("[MLdf]$", ""));
        }
        throw bad();
    }

    private Long millis(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    private static boolean compare(String operator, JsonNode found, Object value) {
        if (found.isMissingNode() || found.isNull()) {
            return operator.equals("ne");
        }
        int order;
        if (value instanceof Long millis) {
            order = Long.compare(ODataJson.millis(found.asText()), millis);
        } else if (value instanceof Double number) {
            order = Double.compare(found.asDouble(), number);
        } else {
            order = found.asText().compareTo((String) value);
        }
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> throw new ApiError(400, "invalid_query_filter", "Unknown operator.");
        };
    }
}
