package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.StockWrites;
import io.unifiedcommerce.tck.fake.shop.Level;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** inventorySetQuantities and inventoryAdjustQuantities: every row is applied or none. */
final class InventoryMutations {
    /** What one mutation changed, as inventoryAdjustmentGroup shows it. */
    record Group(long id, Instant createdAt, String reason, String reference, List<Change> changes) {}

    /** One named quantity that changed. */
    record Change(String name, long delta, long after, long itemId, long locationId) {}

    private static final String SCOPE = "write_inventory";

    private final AtomicLong ids = new AtomicLong(3_000_000);
    private final Shop shop;
    private final Clock clock;
    private final StockWrites writes;
    private final IdempotencyKeys keys;
    private final InventoryChecks checks;

    InventoryMutations(Shop shop, Clock clock, StockWrites writes, IdempotencyKeys keys) {
        this.shop = shop;
        this.clock = clock;
        this.writes = writes;
        this.keys = keys;
        checks = new InventoryChecks(shop);
    }

    void wire(Wiring wiring) {
        wiring.mutation()
                .field("inventorySetQuantities", SCOPE, (root, call) -> once(call, "quantities", "quantity", false))
                .field("inventoryAdjustQuantities", SCOPE, (root, call) -> once(call, "changes", "delta", true));
        wiring.type("InventoryAdjustmentGroup", Group.class)
                .field("id", group -> Gid.of("InventoryAdjustmentGroup", group.id()))
                .field("createdAt", Group::createdAt)
                .field("reason", Group::reason)
                .field("referenceDocumentUri", Group::reference)
                .field("changes", Group::changes)
                .constant(AppTypes.APP, "app");
        wiring.type("InventoryChange", Change.class)
                .field("name", Change::name)
                .field("delta", Change::delta)
                .field("quantityAfterChange", Change::after)
                .field("item", change -> wiring.find(Gid.of("InventoryItem", change.itemId())))
                .field("location", change -> wiring.find(Gid.of("Location", change.locationId())))
                .constant(null, "ledgerDocumentUri");
    }

    private Object once(DataFetchingEnvironment call, String rowsField, String unitsField, boolean relative) {
        Map<String, Object> input = call.getArgument("input");
        List<Map<String, Object>> rows = rows(input, rowsField);
        requireCompareFields(rows, rowsField);
        IdempotencyKeys.Outcome outcome = keys.once(
                call,
                () -> shop.stock()
                        .together(() -> carryOut(
                                CallContext.of(call).version(),
                                new StockInput(input, rows, rowsField, unitsField, relative))));
        return Payload.of("inventoryAdjustmentGroup", outcome.value(), outcome.userErrors());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> input, String field) {
        List<Map<String, Object>> rows = (List<Map<String, Object>>) input.get(field);
        if (rows.size() > PageRequest.MAX) {
            throw new ShopifyError(
                    "MAX_INPUT_SIZE_EXCEEDED",
                    "The input array size of " + rows.size() + " is greater than the maximum allowed of 250");
        }
        return rows;
    }

    /** Optional by its type, but the field has to be written, if only as null. */
    private static void requireCompareFields(List<Map<String, Object>> rows, String field) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).containsKey("changeFromQuantity")) {
                throw new ShopifyError(
                        "INVALID_FIELD_ARGUMENTS",
                        "input." + field + "." + i + ".changeFromQuantity must be given, null to skip the check");
            }
        }
    }

    private IdempotencyKeys.Outcome carryOut(String version, StockInput input) {
        List<Map<String, Object>> errors = checks.check(input, version);
        if (!errors.isEmpty()) {
            return new IdempotencyKeys.Outcome(null, errors);
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < input.rows().size(); i++) {
            apply(input, i, changes);
        }
        // Nothing changed is success without a group.
        Group group = changes.isEmpty()
                ? null
                : new Group(ids.incrementAndGet(), clock.instant(), input.reason(), input.reference(), changes);
        return new IdempotencyKeys.Outcome(group, List.of());
    }

    private void apply(StockInput input, int row, List<Change> changes) {
        long itemId = input.itemId(row);
        long locationId = input.locationId(row);
        Level before = shop.stock()
                .level(itemId, locationId)
                .orElseGet(() -> shop.stock().open(itemId, locationId, 0));
        long delta = input.target(row, before) - input.current(before);
        if (delta == 0) {
            return;
        }
        Level after = shop.stock()
                .change(itemId, locationId, level -> level.holding(level.available() + delta, level.committed()));
        changes.add(new Change("available", delta, after.available(), itemId, locationId));
        changes.add(new Change("on_hand", delta, after.onHand(), itemId, locationId));
        writes.add(new StockWrite(
                clock.instant(),
                shop.catalogue().byItem(itemId).orElseThrow().sku(),
                locationId,
                input.name(),
                input.current(before),
                input.current(after),
                input.reference() == null ? input.reason() : input.reference()));
    }
}
