package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.Map;

/** The retailer and its outlets. */
final class Outlets {
    private final Shop shop;
    private final Feed feed;
    private final Listing listing;
    private final String currency;

    Outlets(Shop shop, Feed feed, Listing listing, String currency) {
        this.shop = shop;
        this.feed = feed;
        this.listing = listing;
        this.currency = currency;
    }

    void serve(Routes routes) {
        routes.on(
                        "GET",
                        "/retailer",
                        "",
                        (call, path) -> HttpAnswer.json(
                                200,
                                Map.of(
                                        "data",
                                        Map.of("currency", currency, "tax_exclusive", false, "timezone", "UTC"))))
                .on(
                        "GET",
                        "/outlets",
                        "",
                        (call, path) -> listing.page(
                                call,
                                entry -> shop.locations()
                                        .records()
                                        .find(entry.id())
                                        .map(this::json),
                                Ids.OUTLET));
    }

    private ObjectNode json(Location location) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.OUTLET.of(location.id()))
                .put("name", location.name())
                .put("time_zone", "Europe/Paris")
                .put("currency", currency)
                .put("physical_city", "Lyon")
                .put("physical_country_id", "FR")
                .put(
                        "deleted_at",
                        location.active() ? null : location.updatedAt().toString())
                .put("version", feed.version(Ids.OUTLET, location.id()));
    }
}
