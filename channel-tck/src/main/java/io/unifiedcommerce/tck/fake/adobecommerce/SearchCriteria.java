package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search criteria of a request. Like the platform, it gives everything when no size is told, in no certain order when no
 * sort order is told, and its last page for every number beyond it.
 */
final class SearchCriteria {
    private static final Pattern FILTER = Pattern.compile(
            "searchCriteria\\[(?:filterGroups|filter_groups)]\\[(\\d+)]\\[filters]\\[(\\d+)]\\[(field|value|conditionType|condition_type)]");
    private static final Pattern SORT =
            Pattern.compile("searchCriteria\\[(?:sortOrders|sort_orders)]\\[(\\d+)]\\[(field|direction)]");

    private static final Pattern PAGE =
            Pattern.compile("searchCriteria\\[(pageSize|page_size|currentPage|current_page)]");

    private final Map<Integer, Map<Integer, Map<String, String>>> groups = new TreeMap<>();
    private final Map<Integer, Map<String, String>> sorts = new TreeMap<>();
    private final int size;
    private final int number;
    private final Random disorder;

    private SearchCriteria(HttpCall call, int maxSize, Random disorder) {
        this.disorder = disorder;
        call.query().forEach((name, values) -> {
            Matcher filter = FILTER.matcher(name);
            Matcher sort = SORT.matcher(name);
            if (filter.matches()) {
                groups.computeIfAbsent(Integer.valueOf(filter.group(1)), group -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(filter.group(2)), at -> new TreeMap<>())
                        .put(filter.group(3).replace("condition_type", "conditionType"), values.get(0));
            } else if (sort.matches()) {
                sorts.computeIfAbsent(Integer.valueOf(sort.group(1)), at -> new TreeMap<>())
                        .put(sort.group(2), values.get(0));
            } else if (name.startsWith("searchCriteria") && !PAGE.matcher(name).matches()) {
                throw new CommerceError(400, "Property \"%1\" does not have accessor method", name);
            }
        });
        if (call.query().keySet().stream().noneMatch(name -> name.startsWith("searchCriteria"))) {
            throw new CommerceError(400, "\"%fieldName\" is required. Enter and try again.", "searchCriteria");
        }
        size = number(call, "pageSize", Integer.MAX_VALUE);
        number = Math.max(1, number(call, "currentPage", 1));
        if (size != Integer.MAX_VALUE && size > maxSize) {
            throw new CommerceError(400, "Maximum SearchCriteria pageSize is " + maxSize);
        }
    }

    /** @param disorder order of rows that nobody sorts */
    static SearchCriteria of(HttpCall call, int maxSize, Random disorder) {
        return new SearchCriteria(call, maxSize, disorder);
    }

    /** The rows of the page, in the envelope of all listings. */
    HttpAnswer answer(List<Row> rows) {
        List<Row> matching = matching(rows);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        page(matching).forEach(row -> items.add(row.json()));
        body.set("search_criteria", told());
        return HttpAnswer.json(200, body.put("total_count", matching.size()));
    }

    private List<Row> matching(List<Row> rows) {
        return rows.stream()
                .filter(row -> groups.values().stream()
                        .allMatch(group -> group.values().stream().anyMatch(filter -> test(filter, row))))
                .toList();
    }

    /** The rows of the page alone. */
    List<Row> select(List<Row> rows) {
        return page(matching(rows));
    }

    private List<Row> page(List<Row> matching) {
        List<Row> sorted = new ArrayList<>(matching);
        if (sorts.isEmpty()) {
            Collections.shuffle(sorted, disorder);
        } else {
            sorts.values().stream()
                    .map(SearchCriteria::order)
                    .reduce(Comparator::thenComparing)
                    .ifPresent(sorted::sort);
        }
        int pages = Math.max(1, (int) Math.ceil(sorted.size() / (double) size));
        long from = (long) (Math.min(number, pages) - 1) * size;
        return sorted.stream().skip(from).limit(size).toList();
    }

    private static boolean test(Map<String, String> filter, Row row) {
        String field = filter.get("field");
        String value = filter.get("value");
        if (field == null || value == null) {
            throw new CommerceError(400, "Invalid search criteria: a filter has no field or no value");
        }
        Object found = column(row, field);
        List<String> values = Arrays.asList(value.split(","));
        Predicate<String> compares = condition -> {
            int sign = found == null ? -1 : compare(found, value);
            return switch (condition) {
                case "eq" -> sign == 0;
                case "neq" -> sign != 0;
                case "gt" -> sign > 0;
                case "gteq", "from" -> sign >= 0;
                case "lt" -> sign < 0;
                case "lteq", "to" -> sign <= 0;
                case "in" -> found != null && values.stream().anyMatch(one -> compare(found, one) == 0);
                default -> throw new CommerceError(400, "Unknown condition type " + condition);
            };
        };
        return compares.test(filter.getOrDefault("conditionType", "eq"));
    }

    private static Comparator<Row> order(Map<String, String> sort) {
        Comparator<Row> ascending = (a, b) -> {
            Object left = column(a, sort.get("field"));
            Object right = column(b, sort.get("field"));
            return compare(left, String.valueOf(right));
        };
        return "ASC".equals(sort.get("direction")) ? ascending : ascending.reversed();
    }

    private static Object column(Row row, String field) {
        if (!row.columns().containsKey(field)) {
            throw new CommerceError(400, "Column not found: 1054 Unknown column '%1' in 'where clause'", field);
        }
        return row.columns().get(field);
    }

    private static int compare(Object found, String value) {
        try {
            return found instanceof Number
                    ? new BigDecimal(found.toString()).compareTo(new BigDecimal(value))
                    : found.toString().compareToIgnoreCase(value);
        } catch (NumberFormatException e) {
            // As the database does: a text that is no number is 0.
            return new BigDecimal(found.toString()).signum();
        }
    }

    private ObjectNode told() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("filter_groups");
        groups.values().forEach(group -> {
            ArrayNode filters = list.addObject().putArray("filters");
            group.values()
                    .forEach(filter -> filters.addObject()
                            .put("field", filter.get("field"))
                            .put("value", filter.get("value"))
                            .put("condition_type", filter.getOrDefault("conditionType", "eq")));
        });
        ArrayNode orders = json.putArray("sort_orders");
        sorts.values()
                .forEach(sort -> orders.addObject()
                        .put("field", sort.get("field"))
                        .put("direction", sort.getOrDefault("direction", "DESC")));
        return json.put("page_size", size).put("current_page", number);
    }

    private static int number(HttpCall call, String name, int otherwise) {
        return call.param("searchCriteria[" + name + "]")
                .or(() -> call.param(
                        "searchCriteria[" + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + "]"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }
}
