package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Exports of Omnichannel Inventory. One is at work until it was asked for twice. */
final class ImpexApi {
    private static final String RECORDS_SCOPE = "sfcc.inventory.impex-inventory";
    private static final String GRAPH_SCOPE = "sfcc.inventory.impex-graphs";

    private final Shop shop;
    private final SalesforceSettings settings;
    private final Places places;
    private final StockView stock;
    private final ChangeFeed feed;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger failing = new AtomicInteger();

    private record Job(String type, String file, AtomicInteger looks) {}

    ImpexApi(Shop shop, SalesforceSettings settings, Places places, StockView stock, ChangeFeed feed) {
        this.shop = shop;
        this.settings = settings;
        this.places = places;
        this.stock = stock;
        this.feed = feed;
    }

    void serve(Routes routes) {
        String base = "/inventory/impex/v1/organizations/" + settings.tenantGroupId();
        serve(routes, base + "/availability-records/exports", RECORDS_SCOPE, this::records);
        serve(routes, base + "/location-graph/exports", GRAPH_SCOPE, call -> graph());
    }

    /** The next exports end as failed. */
    void failNext(int exports) {
        failing.set(exports);
    }

    private interface Content {
        String of(HttpCall call) throws IOException;
    }

    private void serve(Routes routes, String path, String scope, Content content) {
        String type = scope.equals(GRAPH_SCOPE) ? "application/json" : "application/x-ndjson";
        routes.on("POST", path, scope, (call, parts) -> start(path, type, content.of(call)))
                .on("GET", path + "/{id}/status", scope, (call, parts) -> status(parts.text("id")))
                .on("GET", path + "/{id}/file-content", scope, (call, parts) -> file(parts.text("id")));
    }

    private HttpAnswer start(String path, String type, String file) {
        String id = UUID.randomUUID().toString();
        jobs.put(id, new Job(type, file, new AtomicInteger()));
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("exportId", id)
                        .put("exportStatusLink", path + "/" + id + "/status"));
    }

    private HttpAnswer status(String id) {
        Job job = job(id);
        boolean done = job.looks().incrementAndGet() > 1;
        boolean failed = done && failing.get() > 0 && failing.decrementAndGet() >= 0;
        if (failed) {
            jobs.remove(id);
        }
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("status", failed ? "FAILED" : done ? "COMPLETED" : "RUNNING"));
    }

    private HttpAnswer file(String id) {
        Job job = job(id);
        if (job.looks().get() < 2) {
            throw Refusal.inventory(409, "ExportInProgress", "the export is not complete");
        }
        return HttpAnswer.text(200, job.type(), job.file());
    }

    private Job job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw Refusal.inventory(404, "EntityNotFound", "there is no such export");
        }
        return job;
    }

    private String graph() {
        ObjectNode graph = JsonNodeFactory.instance.objectNode();
        ArrayNode locations = graph.putArray("locations");
        places.all().forEach(location -> locations.add(Places.idOf(location.id())));
        graph.putArray("groups");
        return graph.toString();
    }

    /** The token is of the moment before the records are read: what changes meanwhile comes again as a change. */
    private String records(HttpCall call) throws IOException {
        String token = feed.token();
        StringBuilder file = new StringBuilder();
        for (JsonNode wanted : call.json().at("/objects/locations")) {
            Location location = places.find(wanted.asText())
                    .orElseThrow(() -> Refusal.inventory(400, "LocationDoesNotExist", "there is no such location"));
            file.append(JsonNodeFactory.instance.objectNode().put("locationId", wanted.asText()))
                    .append('\n');
            for (Variant variant : shop.catalogue().items().values()) {
                stock.level(variant.sku(), location.id())
                        .ifPresent(level -> file.append(StockView.record(variant.sku(), level))
                                .append('\n'));
            }
        }
        return file.append(JsonNodeFactory.instance.objectNode().put("deltaToken", token))
                .append('\n')
                .toString();
    }
}
