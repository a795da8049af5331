package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;

/** /v2/locations, which has no pages. */
final class LocationsV2 {
    private static final String SCOPE = "MERCHANT_PROFILE_READ";

    private final Shop shop;
    private final String currency;

    LocationsV2(Shop shop, String currency) {
        this.shop = shop;
        this.currency = currency;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v2/locations", SCOPE, (call, path) -> list())
                .on("GET", "/v2/locations/{id}", SCOPE, (call, path) -> one(path.id("id")));
    }

    private HttpAnswer list() {
        ObjectNode body = Json.object();
        ArrayNode rows = body.putArray("locations");
        shop.locations().records().byId().values().forEach(location -> rows.add(location(location)));
        return HttpAnswer.json(200, body);
    }

    private HttpAnswer one(long id) {
        return shop.locations()
                .records()
                .find(id)
                .map(found -> HttpAnswer.json(200, Json.object().set("location", location(found))))
                .orElseThrow(() -> ApiError.notFound("Location not found"));
    }

    private ObjectNode location(Location location) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(location.id()))
                .put("name", location.name())
                .put("status", location.active() ? "ACTIVE" : "INACTIVE")
                .put("timezone", "Europe/Paris")
                .put("currency", currency)
                .put("country", "FR")
                .put("merchant_id", SquareEvents.MERCHANT)
                .put("type", "PHYSICAL")
                .put("created_at", Json.time(location.createdAt()));
        json.putObject("address").put("locality", "Lyon").put("country", "FR");
        return json;
    }
}
