package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The filters of one list. As on the platform: a time in quotes is exact, a bare one is cut to midnight of the shop's
 * zone; {@code >} means {@code >=} and {@code <} means {@code <=}; an unknown filter is ignored with a warning.
 */
final class SearchFields<T> {
    /** What one filter makes of an operator and a value. */
    private interface Filter<T> {
        Predicate<T> test(SearchTerm term);
    }

    private static final String UPDATED_AT = "updated_at";

    private final Map<String, Filter<T>> filters = new LinkedHashMap<>();
    private final ZoneId zone;
    private Predicate<T> visible = node -> true;

    SearchFields(ZoneId zone) {
        this.zone = zone;
    }

    SearchFields<T> time(String name, Function<T, Instant> read) {
        filters.put(name, term -> {
            Instant wanted = instant(term);
            return node -> {
                Instant time = read.apply(node);
                return time != null && compares(term.operator(), time.compareTo(wanted));
            };
        });
        return this;
    }

    SearchFields<T> number(String name, Function<T, Long> read) {
        filters.put(name, term -> {
            long wanted = Long.parseLong(term.value().replaceAll(".*/", ""));
            return node -> compares(term.operator(), Long.compare(read.apply(node), wanted));
        });
        return this;
    }

    /** Equal whatever the case. */
    SearchFields<T> text(String name, Function<T, String> read) {
        return matching(name, (node, term) -> term.value().equalsIgnoreCase(read.apply(node)));
    }

    SearchFields<T> matching(String name, BiPredicate<T, SearchTerm> test) {
        filters.put(name, term -> node -> test.test(node, term));
        return this;
    }

    /** Whatever is asked, only these are found. */
    SearchFields<T> only(Predicate<T> test) {
        visible = test;
        return this;
    }

    Search<T> search(DataFetchingEnvironment environment) {
        String query = environment.getArgument("query");
        if (query == null || query.isBlank()) {
            return new Search<>(visible, Instant.EPOCH);
        }
        SearchExpression expression = SearchParser.parse(query);
        List<Map<String, String>> warnings = new ArrayList<>();
        Predicate<T> matches = compile(expression, warnings);
        CallContext.of(environment).searched(environment, query, warnings);
        return new Search<>(visible.and(matches), updatedFrom(expression));
    }

    private Predicate<T> compile(SearchExpression expression, List<Map<String, String>> warnings) {
        if (expression instanceof SearchExpression.All all) {
            return all.parts().stream().map(part -> compile(part, warnings)).reduce(node -> true, Predicate::and);
        }
        if (expression instanceof SearchExpression.Any any) {
            return any.parts().stream().map(part -> compile(part, warnings)).reduce(node -> false, Predicate::or);
        }
        if (expression instanceof SearchExpression.Not not) {
            return compile(not.part(), warnings).negate();
        }
        return compile(((SearchExpression.Leaf) expression).term(), warnings);
    }

    private Predicate<T> compile(SearchTerm term, List<Map<String, String>> warnings) {
        if (term.value().isEmpty()) {
            throw new ShopifyError(
                    "INTERNAL_SERVER_ERROR", "Internal error. Looks like something went wrong on our end.");
        }
        Filter<T> filter = filters.get(term.field().toLowerCase(Locale.ROOT));
        if (filter != null) {
            return filter.test(term);
        }
        warnings.add(Map.of(
                "field",
                term.field(),
                "message",
                "Invalid search field for this query.",
                "code",
                term.field().isEmpty() ? "missing_named_field" : "invalid_field"));
        return node -> true;
    }

    /** The lower bound that holds for every match, so that the index is entered there. */
    private Instant updatedFrom(SearchExpression expression) {
        if (expression instanceof SearchExpression.All all) {
            return all.parts().stream()
                    .map(this::updatedFrom)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
        boolean bound = expression instanceof SearchExpression.Leaf leaf
                && leaf.term().field().equals(UPDATED_AT)
                && filters.containsKey(UPDATED_AT)
                && leaf.term().operator().startsWith(">");
        return bound ? instant(((SearchExpression.Leaf) expression).term()) : Instant.EPOCH;
    }

    private Instant instant(SearchTerm term) {
        String value = term.value();
        try {
            LocalDate date = LocalDate.parse(value.substring(0, Math.min(10, value.length())));
            boolean exact = term.quoted() && value.length() > 10;
            return exact
                    ? OffsetDateTime.parse(value).toInstant()
                    : date.atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new ShopifyError("BAD_REQUEST", "Invalid timestamp for query filter `" + term.field() + "`.");
        }
    }

    private static boolean compares(String operator, int comparison) {
        return switch (operator) {
            case ">", ">=" -> comparison >= 0;
            case "<", "<=" -> comparison <= 0;
            default -> comparison == 0;
        };
    }
}
