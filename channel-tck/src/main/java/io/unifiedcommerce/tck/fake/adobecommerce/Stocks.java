package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** One stock, which the website {@code base} sells from all sources, and what may be sold of it. */
final class Stocks {
    static final String WEBSITE = "base";

    private static final String STOCK = "Magento_InventoryApi::stock";
    private static final int STOCK_ID = 1;

    private final Shop shop;
    private final Inventory inventory;
    private final int maxPageSize;
    private final BiFunction<HttpCall, List<Row>, HttpAnswer> search;

    Stocks(Shop shop, Inventory inventory, int maxPageSize, BiFunction<HttpCall, List<Row>, HttpAnswer> search) {
        this.shop = shop;
        this.inventory = inventory;
        this.maxPageSize = maxPageSize;
        this.search = search;
    }

    void serve(Routes routes) {
        routes.on("GET", "/V1/inventory/stocks", STOCK, (call, path) -> search.apply(call, stocks()))
                .on("GET", "/V1/inventory/stock-source-links", STOCK, (call, path) -> search.apply(call, links()))
                .on(
                        "GET",
                        "/V1/inventory/export-stock-salable-qty/{type}/{code}",
                        STOCK,
                        (call, path) -> salable(call, path.text("type"), path.text("code")));
    }

    /** Units that may be sold: what lies at enabled sources and is not out of stock, less what is sold and not sent. */
    long salable(Variant variant) {
        return shop.stock().levels(variant.itemId()).stream()
                .filter(level -> isEnabled(level.locationId()))
                .mapToLong(level -> (inventory.isOutOfStock(level) ? 0 : level.onHand()) - level.committed())
                .sum();
    }

    private boolean isEnabled(long locationId) {
        return shop.locations()
                .records()
                .find(locationId)
                .filter(Location::active)
                .isPresent();
    }

    private static List<Row> stocks() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("stock_id", STOCK_ID).put("name", "Default Stock");
        json.putObject("extension_attributes")
                .putArray("sales_channels")
                .addObject()
                .put("type", "website")
                .put("code", WEBSITE);
        return List.of(new Row(Map.of("stock_id", STOCK_ID), json));
    }

    private List<Row> links() {
        return shop.locations().records().byId().values().stream()
                .map(location -> {
                    String code = Sources.code(location);
                    ObjectNode json = JsonNodeFactory.instance
                            .objectNode()
                            .put("stock_id", STOCK_ID)
                            .put("source_code", code)
                            .put("priority", location.id());
                    return new Row(Map.of("stock_id", STOCK_ID, "source_code", code, "priority", location.id()), json);
                })
                .toList();
    }

    /** The criteria are of products; the total is of the rows in the answer, unlike elsewhere. */
    private HttpAnswer salable(HttpCall call, String type, String code) {
        if (!type.equals("website") || !code.equals(WEBSITE)) {
            throw CommerceError.notFound("code", code);
        }
        List<Row> products = shop.catalogue().items().values().stream()
                .map(variant -> new Row(
                        Map.of("entity_id", variant.id(), "sku", variant.sku()),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("sku", variant.sku())
                                .put("qty", salable(variant))
                                .put("is_salable", salable(variant) > 0)))
                .toList();
        List<Row> page = SearchCriteria.of(call, maxPageSize, new Random(1)).select(products);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        page.forEach(row -> items.add(row.json()));
        body.putObject("search_criteria").putArray("filter_groups");
        return HttpAnswer.json(200, body.put("total_count", items.size()));
    }
}
