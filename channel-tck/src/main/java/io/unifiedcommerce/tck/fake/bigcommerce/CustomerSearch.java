package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Filters, order and the two ways of paging of GET /v3/customers. */
final class CustomerSearch {
    private static final int MAX_PAGE = 250;

    private CustomerSearch() {}

    static List<Customer> find(Shop shop, HttpCall call) {
        Optional<Instant> from = Params.instant(call, "date_modified:min");
        Instant to = Params.instant(call, "date_modified:max").orElse(Instant.MAX);
        Instant createdFrom = Params.instant(call, "date_created:min").orElse(Instant.MIN);
        Instant createdTo = Params.instant(call, "date_created:max").orElse(Instant.MAX);
        Optional<List<Long>> ids = Params.integers(call, "id:in");
        Optional<List<String>> emails = Params.texts(call, "email:in");
        Optional<List<String>> phones = Params.texts(call, "phone:in");
        Stream<Customer> found = candidates(shop, from, emails).stream()
                .filter(customer -> !customer.updatedAt().isAfter(to))
                .filter(customer -> !customer.updatedAt().isBefore(from.orElse(Instant.MIN)))
                .filter(customer -> !customer.createdAt().isBefore(createdFrom))
                .filter(customer -> !customer.createdAt().isAfter(createdTo))
                .filter(customer -> ids.map(all -> all.contains(customer.id())).orElse(true))
                .filter(customer -> phones.map(
                                all -> all.contains(customer.profile().phone()))
                        .orElse(true));
        return found.sorted(order(call.param("sort").orElse(""))).toList();
    }

    /** Cursor paging when a cursor is given, page numbers otherwise; both tell how to go on. */
    static HttpAnswer page(HttpCall call, List<Customer> found, Function<Customer, JsonNode> row) {
        Page page = Page.of(call, MAX_PAGE);
        Optional<Long> after = call.param("after").map(CustomerSearch::decode);
        int start = after.map(id -> indexAfter(found, id)).orElse((int) Math.min(page.skip(), found.size()));
        List<Customer> rows = found.subList(start, Math.min(start + page.size(), found.size()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        rows.stream().map(row).forEach(data::add);
        ObjectNode meta = body.putObject("meta");
        meta.set("pagination", page.pagination(found.size(), rows.size()));
        ObjectNode cursors =
                meta.putObject("cursor_pagination").put("count", rows.size()).put("per_page", page.size());
        ObjectNode links = cursors.putObject("links");
        if (!rows.isEmpty()) {
            String end = encode(rows.get(rows.size() - 1).id());
            cursors.put("start_cursor", encode(rows.get(0).id())).put("end_cursor", end);
            if (start + rows.size() < found.size()) {
                links.put("next", "?after=" + end + "&limit=" + page.size());
            }
        }
        return HttpAnswer.json(200, body);
    }

    private static Collection<Customer> candidates(Shop shop, Optional<Instant> from, Optional<List<String>> emails) {
        if (emails.isPresent()) {
            List<String> folded = emails.get().stream()
                    .map(email -> email.toLowerCase(Locale.ROOT))
                    .toList();
            // Searched in the list and not in the book: the search index lags behind writes.
            return shop.customers().records().byId().values().stream()
                    .filter(customer ->
                            folded.contains(customer.profile().email().toLowerCase(Locale.ROOT)))
                    .toList();
        }
        return from.isPresent()
                ? shop.customers()
                        .records()
                        .byUpdate()
                        .tailMap(new Position(from.get(), 0), true)
                        .values()
                : shop.customers().records().byId().values();
    }

    private static Comparator<Customer> order(String sort) {
        Comparator<Customer> byId = Comparator.comparing(Customer::id);
        Comparator<Customer> order =
                switch (sort.replaceFirst(":(asc|desc)$", "")) {
                    case "" -> byId;
                    case "date_created" ->
                        Comparator.comparing(Customer::createdAt).thenComparing(byId);
                    case "date_modified" ->
                        Comparator.comparing(Customer::updatedAt).thenComparing(byId);
                    case "last_name" ->
                        Comparator.comparing((Customer customer) ->
                                        customer.profile().lastName())
                                .thenComparing(byId);
                    default -> throw new ApiError(422, "The filter(s): sort are not valid: " + sort, "sort");
                };
        return sort.endsWith(":desc") ? order.reversed() : order;
    }

    private static int indexAfter(List<Customer> found, long id) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).id() == id) {
                return i + 1;
            }
        }
        throw new ApiError(422, "The cursor does not belong to this search", "after");
    }

    private static String encode(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("c" + id).getBytes(StandardCharsets.UTF_8));
    }

    private static long decode(String cursor) {
        try {
            return Long.parseLong(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).substring(1));
        } catch (IllegalArgumentException e) {
            throw new ApiError(422, "The cursor is not valid", "after");
        }
    }
}
