package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.List;
import java.util.Map;

/** Turns a location of the unified model into Shopify's global id. */
final class StockLocations {
    private static final RequestSpec ACTIVE = WriteRequests.graphql("queries/write-locations.graphql");
    private static final Path NODES = Path.parse("data.locations.nodes");
    private static final Path ID = Path.parse("id");
    private static final String PREFIX = "gid://shopify/Location/";

    private final ChannelClient client;
    private List<String> active;

    StockLocations(ChannelClient client) {
        this.client = client;
    }

    /** The global id; for null that of the only active location. */
    String gid(String locationId) {
        if (locationId == null) {
            return onlyOne();
        }
        String number = locationId.startsWith(PREFIX) ? locationId.substring(PREFIX.length()) : locationId;
        if (!number.matches("\\d{1,19}")) {
            throw new UnusableCommandException(
                    "location_id '" + locationId + "' is not the number of a Shopify location");
        }
        return PREFIX + number;
    }

    private String onlyOne() {
        if (active == null) {
            Object body =
                    client.call(ACTIVE, Map.of(), ChannelClient.Purpose.WRITE).body();
            active = NODES.list(body).stream().map(ID::string).toList();
        }
        if (active.size() != 1) {
            String problem = active.isEmpty() ? "no active location" : "several active locations";
            active = null;
            throw new UnusableCommandException("location_id is missing, and the store has " + problem);
        }
        return active.get(0);
    }
}
