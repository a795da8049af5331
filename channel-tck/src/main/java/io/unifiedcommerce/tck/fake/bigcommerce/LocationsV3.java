package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.List;
import java.util.Optional;

/** GET /v3/inventory/locations. */
final class LocationsV3 {
    private static final String SCOPE = "store_locations";
    private static final int MAX_PAGE = 1000;

    private final Shop shop;

    LocationsV3(Shop shop) {
        this.shop = shop;
    }

    void serve(Routes routes) {
        routes.on("GET", "/v3/inventory/locations", SCOPE, (call, path) -> list(call));
    }

    private HttpAnswer list(HttpCall call) {
        Optional<List<Long>> ids = Params.integers(call, "location_id:in");
        Optional<List<String>> codes = Params.texts(call, "location_code:in");
        List<Location> found = shop.locations().records().byId().values().stream()
                .filter(location -> ids.map(all -> all.contains(location.id())).orElse(true))
                .filter(location ->
                        codes.map(all -> all.contains(location.code())).orElse(true))
                .toList();
        return Page.of(call, MAX_PAGE).v3(found, LocationsV3::location);
    }

    private static JsonNode location(Location location) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", location.id())
                .put("code", location.code())
                .put("label", location.name())
                .put("description", "")
                .put("managed_by_external_source", false)
                .put("type_id", "PHYSICAL")
                .put("enabled", location.active())
                .put("time_zone", "Etc/UTC")
                .put("created_at", Dates.v3(location.createdAt()))
                .put("updated_at", Dates.v3(location.updatedAt()))
                .put("storefront_visibility", true);
        json.putObject("address")
                .put("address1", "")
                .put("address2", "")
                .put("city", "")
                .put("state", "")
                .put("zip", "")
                .put("email", "store@example.org")
                .put("phone", "")
                .put("country_code", "FR");
        json.putArray("special_hours");
        return json;
    }
}
