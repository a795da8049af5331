package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** OCAPI Data: native inventory lists and stores. It has no scopes; grants are given to a client in Business Manager. */
final class DataApi {
    static final String BASE = "/s/-/dw/data/v25_6";
    private static final String NO_SCOPE = "";
    private static final int MAX_COUNT = 200;
    private static final int DEFAULT_COUNT = 25;

    private final Shop shop;
    private final SalesforceSettings settings;
    private final Places places;
    private final StockView stock;
    /** Units that were committed when an allocation was set last: the turnover counts from there. */
    private final Map<Long, Long> committedAtReset = new ConcurrentHashMap<>();

    DataApi(Shop shop, SalesforceSettings settings, Places places, StockView stock) {
        this.shop = shop;
        this.settings = settings;
        this.places = places;
        this.stock = stock;
    }

    void serve(Routes routes) {
        String records = BASE + "/inventory_lists/{list}/product_inventory_records";
        String one = records + "/{product}";
        routes.on("GET", BASE + "/inventory_lists", NO_SCOPE, (call, path) -> lists(call))
                .on("GET", records, NO_SCOPE, (call, path) -> records(call, list(path)))
                .on("GET", one, NO_SCOPE, (call, path) -> HttpAnswer.json(200, record(path)))
                .on("PATCH", one, NO_SCOPE, (call, path) -> allocate(call, path, false))
                .on("PUT", one, NO_SCOPE, (call, path) -> allocate(call, path, true))
                .on(
                        "POST",
                        BASE + "/sites/" + settings.siteId() + "/store_search",
                        NO_SCOPE,
                        (call, path) -> stores(call));
    }

    private HttpAnswer lists(HttpCall call) {
        return page(
                call,
                "inventory_lists",
                places.all().stream()
                        .map(location -> JsonNodeFactory.instance
                                .objectNode()
                                .put("id", Places.idOf(location.id()))
                                .put("description", location.name())
                                .put("default_in_stock", false)
                                .put("creation_date", location.createdAt().toString())
                                .put("last_modified", location.updatedAt().toString()))
                        .toList());
    }

    private HttpAnswer records(HttpCall call, Location list) {
        return page(
                call,
                "product_inventory_records",
                shop.catalogue().items().values().stream()
                        .flatMap(variant ->
                                stock.level(variant.sku(), list.id()).stream().map(level -> record(variant, level)))
                        .toList());
    }

    private static HttpAnswer page(HttpCall call, String type, List<ObjectNode> all) {
        int start = call.param("start").map(Integer::parseInt).orElse(0);
        int count = call.param("count").map(Integer::parseInt).orElse(DEFAULT_COUNT);
        if (start < 0 || count < 1 || count > MAX_COUNT) {
            throw Refusal.fault(400, "MalformedParameterException", "start or count is out of bounds");
        }
        // Without a selector only links would be listed.
        boolean whole = call.param("select").orElse("").equals("(**)");
        List<ObjectNode> page = all.stream()
                .skip(start)
                .limit(count)
                .map(row -> whole ? row : JsonNodeFactory.instance.objectNode().put("link", "…"))
                .toList();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("_v", "25.6")
                .put("_type", type)
                .put("count", page.size())
                .put("start", start)
                .put("total", all.size());
        body.putArray("data").addAll(page);
        return HttpAnswer.json(200, body);
    }

    private ObjectNode record(Routes.Parameters path) {
        Location list = list(path);
        Variant variant = stock.variant(path.text("product")).orElseThrow(DataApi::noRecord);
        Level level = stock.level(variant.sku(), list.id()).orElseThrow(DataApi::noRecord);
        return record(variant, level).put("inventory_list_id", Places.idOf(list.id()));
    }

    private HttpAnswer allocate(HttpCall call, Routes.Parameters path, boolean create) throws IOException {
        Location list = list(path);
        String sku = path.text("product");
        boolean known = stock.level(sku, list.id()).isPresent();
        if (!known && (!create || stock.variant(sku).isEmpty())) {
            throw noRecord();
        }
        JsonNode amount = call.json().at("/allocation/amount");
        if (!amount.isNumber() || amount.decimalValue().signum() < 0) {
            throw Refusal.fault(400, "InvalidPropertyValueException", "allocation.amount");
        }
        stock.write(sku, list.id(), "allocation", "", level -> {
            committedAtReset.put(level.id(), level.committed());
            return level.holding(amount.asLong(), level.committed());
        });
        return HttpAnswer.json(200, record(path));
    }

    private ObjectNode record(Variant variant, Level level) {
        long turnover = Math.max(0, level.committed() - committedAtReset.getOrDefault(level.id(), 0L));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("product_id", variant.sku())
                .put("product_name", variant.title())
                .put("perpetual_flag", false)
                .put("pre_order_back_order_handling", variant.oversell() ? "backorder" : "none")
                .put("inventory_turnover", turnover)
                .put("quantity_on_order", 0)
                .put("stock_level", level.available())
                .put("ats", level.available())
                .put("last_modified", level.updatedAt().toString());
        json.putObject("allocation").put("amount", Math.max(0, level.available() + turnover));
        return json;
    }

    /** The first location is a warehouse; the others are stores. */
    private HttpAnswer stores(HttpCall call) throws IOException {
        JsonNode term = call.json().at("/query/term_query");
        String wanted = term.path("values").path(0).asText();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Optional<Location> store = places.find(wanted).filter(location -> location.id() > 1);
        body.put("_v", "25.6").put("count", store.isPresent() ? 1 : 0).put("total", store.isPresent() ? 1 : 0);
        var hits = body.putArray("hits");
        store.ifPresent(location -> hits.addObject()
                .put("id", location.code())
                .put("name", location.name())
                .put("city", location.name())
                .put("inventory_id", wanted)
                .put("last_modified", location.updatedAt().toString()));
        return HttpAnswer.json(200, body);
    }

    private Location list(Routes.Parameters path) {
        return places.find(path.text("list"))
                .orElseThrow(() -> Refusal.fault(404, "InventoryListNotFoundException", "there is no such list"));
    }

    private static Refusal noRecord() {
        return Refusal.fault(404, "ProductInventoryRecordNotFoundException", "there is no such record");
    }
}
