package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.util.List;

/** What a search of the Commerce API asks for: at most 200 hits at once, and none beyond the first 10,000. */
record SearchPage(int limit, int offset, JsonNode query) {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_HITS = 10_000;
    private static final int DEFAULT_LIMIT = 25;

    static SearchPage of(JsonNode body) {
        int limit = body.path("limit").asInt(DEFAULT_LIMIT);
        int offset = body.path("offset").asInt(0);
        if (limit < 1 || limit > MAX_LIMIT || offset < 0 || offset + limit > MAX_HITS) {
            throw Refusal.problem(400, "constraint-violation", "limit or offset is out of bounds");
        }
        if (!body.path("query").isObject()) {
            throw Refusal.problem(400, "invalid-query", "the query is missing");
        }
        return new SearchPage(limit, offset, body.path("query"));
    }

    HttpAnswer answer(List<? extends JsonNode> all) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        List<? extends JsonNode> page = all.stream().skip(offset).limit(limit).toList();
        body.put("limit", limit).put("offset", offset).put("total", all.size()).set("query", query);
        body.putArray("hits").addAll(page);
        return HttpAnswer.json(200, body);
    }
}
