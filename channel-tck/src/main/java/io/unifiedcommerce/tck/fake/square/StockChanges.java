package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** /v2/inventory/changes/batch-create: all or nothing, ordered by the time at which a change happened, once for each key. */
final class StockChanges {
    private static final String SCOPE = "INVENTORY_WRITE";
    private static final int MOST = 100;
    private static final int KEY_LENGTH = 128;
    private static final Duration OLDEST = Duration.ofHours(24);
    private static final Set<String> ALLOWED = Set.of("NONE>IN_STOCK", "IN_STOCK>SOLD", "IN_STOCK>WASTE");

    private final Map<String, Done> done = new ConcurrentHashMap<>();
    private final Shop shop;
    private final StockLedger ledger;
    private final Clock clock;
    private final StockWrites writes;

    private record Done(JsonNode body, HttpAnswer answer) {}

    private record Change(Variant variant, long locationId, long quantity, StockLedger.Told told) {}

    StockChanges(Shop shop, StockLedger ledger, Clock clock, StockWrites writes) {
        this.shop = shop;
        this.ledger = ledger;
        this.clock = clock;
        this.writes = writes;
    }

    void serve(Routes routes) {
        routes.on("POST", "/v2/inventory/changes/batch-create", SCOPE, (call, path) -> create(call.json()));
    }

    private HttpAnswer create(JsonNode body) {
        String key = body.path("idempotency_key").asText("");
        if (key.isEmpty() || key.length() > KEY_LENGTH) {
            throw ApiError.invalid("VALUE_EMPTY", "idempotency_key must have 1 to 128 letters", "idempotency_key");
        }
        return shop.stock().together(() -> {
            Done before = done.get(key);
            if (before != null && !before.body().equals(body)) {
                throw ApiError.invalid(
                        "IDEMPOTENCY_KEY_REUSED",
                        "The idempotency key was used with another request",
                        "idempotency_key");
            }
            return before == null ? apply(key, body) : before.answer();
        });
    }

    private HttpAnswer apply(String key, JsonNode body) {
        JsonNode changes = body.path("changes");
        if (changes.isEmpty() || changes.size() > MOST) {
            throw ApiError.invalid("ARRAY_LENGTH_TOO_LONG", "changes must hold 1 to " + MOST, "changes");
        }
        List<Change> checked = new ArrayList<>();
        changes.forEach(change -> checked.add(checked(change)));
        ObjectNode answer = Json.object();
        ArrayNode counts = answer.putArray("counts");
        checked.forEach(change -> counts.add(InventoryV2.count(change.variant(), apply(change))));
        HttpAnswer told = HttpAnswer.json(200, answer);
        done.put(key, new Done(body, told));
        return told;
    }

    private Change checked(JsonNode change) {
        String type = change.path("type").asText("");
        boolean count = type.equals("PHYSICAL_COUNT");
        if (!count && !type.equals("ADJUSTMENT")) {
            throw ApiError.invalid("INVALID_ENUM_VALUE", "`" + type + "` is not a type of change", "changes.type");
        }
        JsonNode data = change.path(count ? "physical_count" : "adjustment");
        String from = count ? "NONE" : data.path("from_state").asText("");
        String to =
                count ? data.path("state").asText("") : data.path("to_state").asText("");
        if (!ALLOWED.contains(from + ">" + to)) {
            throw ApiError.invalid("INVALID_VALUE", "`" + from + "` to `" + to + "` is not supported", "changes");
        }
        String location = count
                ? data.path("location_id").asText("")
                : data.path(from.equals("NONE") ? "to_location_id" : "from_location_id")
                        .asText("");
        Variant variant = number(data.path("catalog_object_id").asText(""))
                .flatMap(id -> shop.catalogue().variants().find(id))
                .orElseThrow(() -> ApiError.invalid("INVALID_VALUE", "No such catalog object", "catalog_object_id"));
        long locationId = number(location)
                .filter(id -> shop.locations().records().find(id).isPresent())
                .orElseThrow(() -> ApiError.invalid("INVALID_VALUE", "No such location", "location_id"));
        Instant occurred = Json.instant(data, "occurred_at", Instant.MIN);
        Instant now = clock.instant();
        if (occurred.isAfter(now) || occurred.isBefore(now.minus(OLDEST))) {
            throw ApiError.invalid(
                    "INVALID_TIME", "occurred_at must not be in the future or older than 24 hours", "occurred_at");
        }
        StockLedger.Told told = new StockLedger.Told(
                occurred, from, to, data.path("reference_id").asText(""), count);
        return new Change(variant, locationId, quantity(data.path("quantity").asText("")), told);
    }

    private static java.util.Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? java.util.Optional.of(Long.valueOf(id)) : java.util.Optional.empty();
    }

    private static long quantity(String text) {
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw ApiError.invalid("INVALID_VALUE", "quantity must be a decimal number in a string", "quantity");
        }
    }

    private Level apply(Change change) {
        long item = change.variant().itemId();
        Level level = shop.stock()
                .level(item, change.locationId())
                .orElseGet(() -> shop.stock().open(item, change.locationId(), 0));
        long after = after(change, level.available());
        ledger.telling(
                change.told(),
                () -> shop.stock().change(item, change.locationId(), old -> old.holding(after, old.committed())));
        writes.add(new StockWrite(
                clock.instant(),
                change.variant().sku(),
                change.locationId(),
                "IN_STOCK",
                level.available(),
                after,
                change.told().reference()));
        return shop.stock().level(item, change.locationId()).orElseThrow();
    }

    /** A count is completed by what happened after it; a change that a later count has seen already does nothing. */
    private long after(Change change, long shown) {
        long variant = change.variant().id();
        if (change.told().count()) {
            return change.quantity() + ledger.after(change.told().occurred(), variant, change.locationId());
        }
        if (ledger.countedSince(change.told().occurred(), variant, change.locationId())) {
            return shown;
        }
        return change.told().from().equals("NONE") ? shown + change.quantity() : shown - change.quantity();
    }
}
