package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A short listing that is asked for page by page and taken as a whole. */
public final class WholeListing {
    private WholeListing() {}

    /**
     * Everything it lists, in the platform's order.
     *
     * @param values placeholders that stay the same on every page
     * @throws ChannelException when it cannot be listed now
     */
    public static List<Object> read(
            ChannelClient client, RequestSpec request, Path records, PagingSpec paging, Map<String, ?> values) {
        return read(client, request, records, paging, null, values);
    }

    /** @param token where a walk by tokens starts; null for the beginning */
    static List<Object> read(
            ChannelClient client,
            RequestSpec request,
            Path records,
            PagingSpec paging,
            String token,
            Map<String, ?> values) {
        PageWalk walk = PageWalk.of(paging, token, any -> null, any -> null, null);
        Listing listing = new Listing(client, request, records, walk, values);
        List<Object> items = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            Pages.Got page = listing.page();
            items.addAll(page.items());
            ended = page.ended();
        }
        return items;
    }
}
