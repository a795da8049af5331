package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.util.List;
import java.util.function.Function;

/** The page that a request asks for, 1-based. */
record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 50;

    /** @param max what larger limits are cut to */
    static Page of(HttpCall call, int max) {
        int number = Params.integer(call, "page").orElse(1L).intValue();
        int size = Params.integer(call, "limit").orElse((long) DEFAULT_SIZE).intValue();
        if (number < 1 || size < 1) {
            throw new ApiError(422, "page and limit must be positive", "page");
        }
        return new Page(number, Math.min(size, max));
    }

    long skip() {
        return (long) (number - 1) * size;
    }

    /** A V2 answer: a bare array, or no body at all when there is nothing on the page. */
    static HttpAnswer v2(ArrayNode rows) {
        return rows.isEmpty() ? HttpAnswer.empty(204) : HttpAnswer.json(200, rows);
    }

    /** A V3 answer: the rows of this page of all matching things. */
    <T> HttpAnswer v3(List<T> all, Function<T, JsonNode> row) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        all.stream().skip(skip()).limit(size).map(row).forEach(data::add);
        body.putObject("meta").set("pagination", pagination(all.size(), data.size()));
        return HttpAnswer.json(200, body);
    }

    ObjectNode pagination(int total, int count) {
        int pages = Math.max(1, (total + size - 1) / size);
        ObjectNode pagination = JsonNodeFactory.instance
                .objectNode()
                .put("total", total)
                .put("count", count)
                .put("per_page", size)
                .put("current_page", number)
                .put("total_pages", pages);
        ObjectNode links = pagination.putObject("links").put("current", link(number));
        if (number > 1) {
            links.put("previous", link(number - 1));
        }
        if (number < pages) {
            links.put("next", link(number + 1));
        }
        return pagination;
    }

    private String link(int page) {
        return "?page=" + page + "&limit=" + size;
    }
}
