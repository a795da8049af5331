package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Pages of a listing. A cursor is opaque and good for the query that it came from only; on the last page there is none.
 *
 * @param query what the cursor belongs to
 */
record Paging(int limit, int from, String query) {

    /** The page that a search asks for in its body. */
    static Paging of(JsonNode body, int byDefault, int most) {
        ObjectNode query = body.deepCopy();
        query.remove(List.of("cursor", "limit"));
        return of(body.path("limit").asInt(byDefault), body.path("cursor").asText(""), query.toString(), most);
    }

    /** The page that a listing asks for by parameters. */
    static Paging of(HttpCall call, int byDefault, int most) {
        StringBuilder query = new StringBuilder(call.path());
        call.query().forEach((name, values) -> {
            if (!name.equals("cursor") && !name.equals("limit")) {
                query.append(name).append(values);
            }
        });
        int limit = call.param("limit").map(Integer::valueOf).orElse(byDefault);
        return of(limit, call.param("cursor").orElse(""), query.toString(), most);
    }

    private static Paging of(int limit, String cursor, String query, int most) {
        if (limit < 1 || limit > most) {
            throw ApiError.invalid("INVALID_VALUE", "limit must be between 1 and " + most, "limit");
        }
        String mark = Integer.toHexString(query.hashCode());
        if (cursor.isEmpty()) {
            return new Paging(limit, 0, mark);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":");
            if (parts.length == 2 && Objects.equals(parts[0], mark)) {
                return new Paging(limit, Integer.parseInt(parts[1]), mark);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw ApiError.invalid("INVALID_CURSOR", "The cursor is not valid for this query.", "cursor");
    }

    /** The page of all rows. Lists without rows are left out, as Square does. */
    HttpAnswer answer(String key, List<? extends JsonNode> rows) {
        ObjectNode body = Json.object();
        int to = Math.min(rows.size(), from + limit);
        if (from < to) {
            ArrayNode page = body.putArray(key);
            rows.subList(from, to).forEach(page::add);
        }
        if (to < rows.size()) {
            String cursor = query + ":" + to;
            body.put(
                    "cursor",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpAnswer.json(200, body);
    }
}
