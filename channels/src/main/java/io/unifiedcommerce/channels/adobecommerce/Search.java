package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A listing by one or two filters, small enough for one page. */
final class Search {
    private static final Path ITEMS = Path.parse("items");
    private static final String SIZE = "300";

    private final RequestSpec request;

    private Search(RequestSpec request) {
        this.request = request;
    }

    /**
     * A search.
     *
     * @param filters field and condition, such as {@code "sku in"}; each call gives the value by the field's name
     */
    static Search of(String path, String... filters) {
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 0; i < filters.length; i++) {
            String[] filter = filters[i].split(" ");
            String place = "searchCriteria[filterGroups][" + i + "][filters][0]";
            params.put(place + "[field]", filter[0]);
            params.put(place + "[conditionType]", filter[1]);
            params.put(place + "[value]", "${" + filter[0] + "}");
        }
        params.put("searchCriteria[pageSize]", SIZE);
        params.put("searchCriteria[currentPage]", "1");
        return new Search(new RequestSpec("GET", path, params, Map.of(), null, null, Map.of()));
    }

    List<Object> items(ChannelClient client, Map<String, ?> values) {
        return ITEMS.list(
                client.call(request, values, ChannelClient.Purpose.WRITE).body());
    }
}
