package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A listing asked for page by page. A failed page is asked for again by the next call; nothing is skipped or repeated. */
final class Listing implements Pages {
    /** Platforms that filter after paging give empty pages with a next one, but not this many in a row. */
    private static final int EMPTY_PAGES = 1000;

    private final ChannelClient client;
    private final RequestSpec request;
    private final Path records;
    private final PageWalk walk;
    private final Map<String, Object> values;
    private List<Object> lastItems = List.of();
    private int emptyPages;

    /** @param values placeholders that stay the same on every page */
    Listing(ChannelClient client, RequestSpec request, Path records, PageWalk walk, Map<String, ?> values) {
        this.client = client;
        this.request = request;
        this.records = records;
        this.walk = walk;
        this.values = new HashMap<>(values);
    }

    @Override
    public Next next() {
        String exhausted = walk.exhausted();
        return exhausted == null ? page() : new TooLarge(exhausted);
    }

    @Override
    public String reached() {
        return walk.reached();
    }

    /** The next page of a listing that is not to be cut. */
    Got page() {
        Map<String, Object> all = new HashMap<>(values);
        walk.values(all);
        Answer answer = client.call(walk.request(request), all, ChannelClient.Purpose.READ);
        Page page = new Page(itemsOf(answer.body()), answer);
        boolean ended = !walk.advance(page);
        if (!ended) {
            refuseEndless(page.items());
        }
        return new Got(page.items(), ended);
    }

    private List<Object> itemsOf(Object body) {
        Object found = body == null ? null : records.get(body);
        // An empty result is an empty body at one platform, and a missing list at another.
        if (found != null && !(found instanceof List<?>) && !(found instanceof Map<?, ?>)) {
            throw new ChannelException.BrokenContract(
                    "expected records at '" + records + "', found a single value", null);
        }
        return body == null ? List.of() : records.list(body);
    }

    private void refuseEndless(List<Object> items) {
        emptyPages = items.isEmpty() ? emptyPages + 1 : 0;
        if (emptyPages >= EMPTY_PAGES) {
            throw new ChannelException.BrokenContract(
                    "the listing never ends: " + EMPTY_PAGES + " empty pages in a row at '" + records + "'", null);
        }
        // Comparing stops at the first difference, so this costs nothing while pages differ.
        if (!items.isEmpty() && items.equals(lastItems)) {
            throw new ChannelException.BrokenContract(
                    "the listing never ends: two pages in a row are the same; does the platform know the page parameter?",
                    null);
        }
        lastItems = items;
    }

    @Override
    public boolean shiftable() {
        return walk.counted();
    }

    @Override
    public void close() {
        // A listing holds nothing open between two calls.
    }
}
