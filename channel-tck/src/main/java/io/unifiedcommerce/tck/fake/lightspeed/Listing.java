package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A listing by version: what changed after a number, and the numbers of the page. */
final class Listing {
    private static final int BY_DEFAULT = 100;

    private final Feed feed;
    private final int largestPage;

    Listing(Feed feed, int largestPage) {
        this.feed = feed;
        this.largestPage = largestPage;
    }

    /** A page in its envelope; the numbers are null when it holds nothing. */
    HttpAnswer page(HttpCall call, Function<Feed.Entry, Optional<? extends JsonNode>> json, Ids... kinds) {
        int size = (int) number(call, "page_size", BY_DEFAULT);
        List<Feed.Entry> found = feed.after(number(call, "after", 0), Math.min(size, largestPage), kinds);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        found.forEach(entry -> json.apply(entry).ifPresent(data::add));
        ObjectNode version = body.putObject("version");
        if (found.isEmpty()) {
            version.putNull("min").putNull("max");
        } else {
            version.put("min", version(found.get(0))).put("max", version(found.get(found.size() - 1)));
        }
        return HttpAnswer.json(200, body);
    }

    private long version(Feed.Entry entry) {
        return feed.version(entry.kind(), entry.id());
    }

    static HttpAnswer one(JsonNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return HttpAnswer.json(200, body);
    }

    private static long number(HttpCall call, String name, long byDefault) {
        try {
            return call.param(name).map(Long::valueOf).orElse(byDefault);
        } catch (NumberFormatException e) {
            throw new ApiProblem(400, name + " must be a whole number");
        }
    }
}
