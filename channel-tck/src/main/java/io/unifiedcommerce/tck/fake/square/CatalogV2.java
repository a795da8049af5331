package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Product;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** /v2/catalog: search by time of change or by SKU, and reading by id. Deleted objects stay visible to who asks for them. */
final class CatalogV2 {
    private static final String SCOPE = "ITEMS_READ";
    private static final int MOST = 1000;
    private static final int VALUES = 250;

    private final Shop shop;
    private final Clock clock;
    private final String currency;
    private final Queue<Entry> deleted = new ConcurrentLinkedQueue<>();

    /** An object of the catalogue. */
    private record Entry(String type, String id, String sku, Instant updated, boolean gone, ObjectNode json) {}

    CatalogV2(Shop shop, Clock clock, String currency) {
        this.shop = shop;
        this.clock = clock;
        this.currency = currency;
    }

    void serve(Routes routes) {
        routes.on("POST", "/v2/catalog/search", SCOPE, (call, path) -> search(call.json()))
                .on("POST", "/v2/catalog/batch-retrieve", SCOPE, (call, path) -> retrieve(call));
    }

    void accept(ShopChange change) {
        if (change instanceof ShopChange.ProductChanged event && event.kind() == ShopChange.Kind.DELETED) {
            deleted.addAll(entries(event.product(), true));
        }
    }

    private HttpAnswer search(JsonNode body) {
        List<String> types = Json.texts(body.path("object_types"));
        Instant begin = Json.instant(body, "begin_time", Instant.MIN);
        JsonNode set = body.path("query").path("set_query");
        List<String> values = Json.texts(set.path("attribute_values")).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        if (values.size() > VALUES) {
            throw ApiError.invalid("INVALID_VALUE", "at most " + VALUES + " attribute_values", "query.set_query");
        }
        boolean deletedToo = body.path("include_deleted_objects").asBoolean();
        List<ObjectNode> found = entries(deletedToo).stream()
                .filter(entry -> types.isEmpty() || types.contains(entry.type()))
                // Exclusive, as documented.
                .filter(entry -> entry.updated().isAfter(begin))
                .filter(entry ->
                        set.isMissingNode() || values.contains(entry.sku().toLowerCase(Locale.ROOT)))
                .map(Entry::json)
                .toList();
        return Paging.of(body, MOST, MOST).answer("objects", found);
    }

    private HttpAnswer retrieve(HttpCall call) throws IOException {
        JsonNode asked = call.json();
        List<String> ids = Json.texts(asked.path("object_ids"));
        if (ids.isEmpty() || ids.size() > MOST) {
            throw ApiError.invalid("INVALID_VALUE", "object_ids must name 1 to " + MOST, "object_ids");
        }
        List<ObjectNode> found = entries(asked.path("include_deleted_objects").asBoolean()).stream()
                .filter(entry -> ids.contains(entry.id()))
                .map(Entry::json)
                .toList();
        ObjectNode body = Json.object();
        if (!found.isEmpty()) {
            body.putArray("objects").addAll(found);
        }
        return HttpAnswer.json(200, body);
    }

    private List<Entry> entries(boolean deletedToo) {
        List<Entry> all = new ArrayList<>();
        shop.catalogue().products().byId().values().forEach(product -> all.addAll(entries(product, false)));
        if (deletedToo) {
            all.addAll(deleted);
        }
        return all;
    }

    private List<Entry> entries(Product product, boolean gone) {
        List<Entry> entries = new ArrayList<>();
        Instant updated = gone ? clock.instant() : product.updatedAt();
        ObjectNode item = object("ITEM", product.id(), updated, gone);
        item.putObject("item_data")
                .put("name", product.title())
                .put("product_type", "REGULAR")
                .put("is_archived", product.status() == Product.Status.ARCHIVED);
        entries.add(new Entry("ITEM", Long.toString(product.id()), "", updated, gone, item));
        for (Variant variant : product.variants()) {
            Instant changed = gone ? updated : variant.updatedAt();
            ObjectNode json = object("ITEM_VARIATION", variant.id(), changed, gone);
            ObjectNode data = json.putObject("item_variation_data")
                    .put("item_id", Long.toString(product.id()))
                    .put("name", variant.title())
                    .put("pricing_type", "FIXED_PRICING")
                    .put("track_inventory", product.tracking() != Tracking.NONE)
                    .put("sellable", true)
                    .put("stockable", true);
            if (!variant.sku().isEmpty()) {
                data.put("sku", variant.sku());
            }
            if (!variant.barcode().isEmpty()) {
                data.put("upc", variant.barcode());
            }
            data.set("price_money", Json.money(variant.price(), currency));
            entries.add(new Entry("ITEM_VARIATION", Long.toString(variant.id()), variant.sku(), changed, gone, json));
        }
        return entries;
    }

    private static ObjectNode object(String type, long id, Instant updated, boolean gone) {
        return Json.object()
                .put("type", type)
                .put("id", Long.toString(id))
                .put("updated_at", Json.time(updated))
                .put("version", updated.toEpochMilli())
                .put("is_deleted", gone)
                .put("present_at_all_locations", true);
    }
}
