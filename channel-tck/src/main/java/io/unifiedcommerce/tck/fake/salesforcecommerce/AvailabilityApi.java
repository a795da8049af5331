package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Level;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Omnichannel Inventory: reading of a few records, the feed of changes, and updates that can fail for some records. */
final class AvailabilityApi {
    private static final String SCOPE = "sfcc.inventory.availability";
    private static final int MAX_ROWS = 100;

    private final SalesforceSettings settings;
    private final Places places;
    private final StockView stock;
    private final ChangeFeed feed;
    private final Set<String> carriedOut = ConcurrentHashMap.newKeySet();
    private final Map<String, String> scripted = new ConcurrentHashMap<>();

    AvailabilityApi(SalesforceSettings settings, Places places, StockView stock, ChangeFeed feed) {
        this.settings = settings;
        this.places = places;
        this.stock = stock;
        this.feed = feed;
    }

    void serve(Routes routes) {
        String actions = "/inventory/availability/v1/organizations/" + settings.tenantGroupId()
                + "/availability-records/actions/";
        routes.on("POST", actions + "get-availability", SCOPE, (call, path) -> availability(call))
                .on("POST", actions + "get-deltas", SCOPE, (call, path) -> deltas(call))
                .on("POST", actions + "batch-update", SCOPE + ".rw", (call, path) -> update(call));
    }

    /** The next update of a SKU fails with this code, the others of its batch do not. */
    void failNext(String sku, String code) {
        scripted.put(sku, code);
    }

    private HttpAnswer availability(HttpCall call) throws IOException {
        JsonNode asked = call.json();
        if (asked.path("skus").size() * asked.path("locations").size() > MAX_ROWS) {
            throw Refusal.inventory(400, "InvalidRequestParameter", "more than 100 combinations");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode locations = body.putArray("locations");
        for (JsonNode location : asked.path("locations")) {
            long id = location(location.asText());
            ObjectNode place = locations.addObject().put("id", location.asText());
            ArrayNode records = place.putArray("records");
            for (JsonNode sku : asked.path("skus")) {
                stock.level(sku.asText(), id).ifPresent(level -> records.add(StockView.record(sku.asText(), level)));
            }
        }
        return HttpAnswer.json(200, body);
    }

    private HttpAnswer deltas(HttpCall call) throws IOException {
        ChangeFeed.Page page = feed.since(call.json().path("deltaToken").asText());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("nextDeltaToken", page.next())
                .put("shouldQueryAgain", page.more());
        ArrayNode records = body.putArray("records");
        for (ChangeFeed.Key key : page.keys()) {
            Optional<Level> level = stock.level(key.sku(), key.locationId());
            ObjectNode record =
                    level.map(found -> StockView.record(key.sku(), found)).orElseGet(() -> gone(key.sku()));
            records.add(record.put("id", Places.idOf(key.locationId()))
                    .put("deltaType", level.isPresent() ? "Change" : "Delete"));
        }
        return HttpAnswer.json(200, body);
    }

    private static ObjectNode gone(String sku) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sku", sku)
                .put("onHand", 0)
                .put("reserved", 0)
                .put("atf", 0)
                .put("ato", 0)
                .put("safetyStockCount", 0)
                .putArray("futures");
        return json;
    }

    private HttpAnswer update(HttpCall call) throws IOException {
        JsonNode records = call.json().path("records");
        if (records.isEmpty() || records.size() > MAX_ROWS) {
            throw Refusal.inventory(400, "InvalidRequestParameter", "records must be 1 to 100");
        }
        for (JsonNode record : records) {
            location(record.path("location").asText());
        }
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        for (JsonNode record : records) {
            String error = apply(record);
            if (error != null) {
                ObjectNode told = errors.addObject().put("errorCode", error).put("message", error);
                told.putObject("details")
                        .put("id", record.path("id").asText())
                        .put("locationId", record.path("location").asText())
                        .put("sku", record.path("sku").asText());
            }
        }
        return errors.isEmpty()
                ? HttpAnswer.empty(204)
                : HttpAnswer.json(200, JsonNodeFactory.instance.objectNode().set("errors", errors));
    }

    /** An id that was carried out before changes nothing again. */
    private String apply(JsonNode record) {
        String sku = record.path("sku").asText();
        String error = scripted.remove(sku);
        if (error != null) {
            return error;
        }
        if (stock.variant(sku).isEmpty()) {
            return "EntityNotFound";
        }
        if (carriedOut.add(record.path("id").asText() + "/" + sku)) {
            long onHand = record.path("onHand").asLong();
            stock.write(
                    sku,
                    location(record.path("location").asText()),
                    "onHand",
                    record.path("id").asText(),
                    level -> level.holding(onHand - level.committed() - level.safetyStock(), level.committed()));
        }
        return null;
    }

    private long location(String id) {
        return places.find(id)
                .orElseThrow(() -> Refusal.inventory(400, "LocationDoesNotExist", "there is no such location"))
                .id();
    }
}
