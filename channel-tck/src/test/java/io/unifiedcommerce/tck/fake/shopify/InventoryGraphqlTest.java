package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.StockWrite;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryGraphqlTest {
    private static final String SET = """
            mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
              inventorySetQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { id reason changes { name delta quantityAfterChange item { sku } } }
                userErrors { code field message }
              }
            }
            """;
    private static final String ADJUST = """
            mutation Adjust($input: InventoryAdjustQuantitiesInput!, $key: String!) {
              inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { changes { name delta } }
                userErrors { code field }
              }
            }
            """;

    private final Shopper shopper = new Shopper();
    private final Variant tee =
            shopper.store.shop().catalogue().create("TEE", new BigDecimal("29.90"), Map.of(1L, 10L));

    @AfterEach
    void stop() {
        shopper.close();
    }

    private static Map<String, Object> row(long itemId, long locationId, int quantity, Integer from) {
        Map<String, Object> row = new HashMap<>();
        row.put("inventoryItemId", "gid://shopify/InventoryItem/" + itemId);
        row.put("locationId", "gid://shopify/Location/" + locationId);
        row.put("quantity", quantity);
        row.put("changeFromQuantity", from);
        return row;
    }

    private static Map<String, Object> input(String name, List<Map<String, Object>> rows) {
        return Map.of(
                "name",
                name,
                "reason",
                "correction",
                "referenceDocumentUri",
                "gid://connector/StockSync/levels-3-88123",
                "quantities",
                rows);
    }

    private JsonNode set(String key, Map<String, Object> input) throws Exception {
        return shopper.data(SET, Map.of("key", key, "input", input)).path("inventorySetQuantities");
    }

    private long available() {
        return shopper.store.shop().stock().available("TEE", 1);
    }

    @Test
    void setsAvailableAndTellsWhatChanged() throws Exception {
        JsonNode result = set("k1", input("available", List.of(row(tee.itemId(), 1, 14, 10))));

        assertThat(available()).isEqualTo(14);
        assertThat(result.at("/inventoryAdjustmentGroup/changes/0/delta").asInt())
                .isEqualTo(4);
        assertThat(result.at("/inventoryAdjustmentGroup/changes/0/item/sku").asText())
                .isEqualTo("TEE");
        assertThat(shopper.store.stockWrites().all())
                .containsExactly(new StockWrite(
                        shopper.clock.instant(),
                        "TEE",
                        1,
                        "available",
                        10,
                        14,
                        "gid://connector/StockSync/levels-3-88123"));
    }

    @Test
    void keepsCommittedUnitsWhenOnHandIsSet() throws Exception {
        shopper.buy("TEE", 3);

        set("k1", input("on_hand", List.of(row(tee.itemId(), 1, 20, null))));

        assertThat(available()).isEqualTo(17);
    }

    @Test
    void refusesAStaleComparisonForTheWholeBatch() throws Exception {
        Variant mug = shopper.store.shop().catalogue().create("MUG", BigDecimal.TEN, Map.of(1L, 5L));

        JsonNode result =
                set("k1", input("available", List.of(row(tee.itemId(), 1, 14, null), row(mug.itemId(), 1, 9, 4))));

        assertThat(result.path("inventoryAdjustmentGroup").isNull()).isTrue();
        assertThat(result.at("/userErrors/0/code").asText()).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(result.at("/userErrors/0/field").toString())
                .isEqualTo("[\"input\",\"quantities\",\"1\",\"changeFromQuantity\"]");
        assertThat(available()).isEqualTo(10);
    }

    @Test
    void answersANoOpWithNeitherGroupNorErrors() throws Exception {
        JsonNode result = set("k1", input("available", List.of(row(tee.itemId(), 1, 10, null))));

        assertThat(result.path("inventoryAdjustmentGroup").isNull()).isTrue();
        assertThat(result.path("userErrors")).isEmpty();
    }

    @Test
    void wantsTheDirectiveAndTheCompareField() throws Exception {
        Map<String, Object> bare = row(tee.itemId(), 1, 14, null);
        bare.remove("changeFromQuantity");

        JsonNode noDirective = shopper.ask(
                SET.replace(" @idempotent(key: $key)", "").replace(", $key: String!", ""),
                Map.of("input", input("available", List.of(row(tee.itemId(), 1, 14, null)))));
        JsonNode noField = shopper.ask(SET, Map.of("key", "k1", "input", input("available", List.of(bare))));

        assertThat(noDirective.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
        assertThat(noField.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_FIELD_ARGUMENTS");
        assertThat(available()).isEqualTo(10);
    }

    @Test
    void carriesOutAKeyOnceWithin24Hours() throws Exception {
        Map<String, Object> minusOne = Map.of(
                "name", "available",
                "reason", "correction",
                "changes", List.of(change(-1)));

        JsonNode first = shopper.data(ADJUST, Map.of("key", "k1", "input", minusOne));
        JsonNode replay = shopper.data(ADJUST, Map.of("key", "k1", "input", minusOne));
        Map<String, Object> other = new HashMap<>(minusOne);
        other.put("changes", List.of(change(-2)));
        JsonNode mismatch = shopper.data(ADJUST, Map.of("key", "k1", "input", other));

        assertThat(replay).isEqualTo(first);
        assertThat(mismatch.at("/inventoryAdjustQuantities/userErrors/0/code").asText())
                .isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(available()).isEqualTo(9);
        shopper.clock.advance(Duration.ofHours(25));
        shopper.data(ADJUST, Map.of("key", "k1", "input", minusOne));
        assertThat(available()).isEqualTo(8);
    }

    private Map<String, Object> change(int delta) {
        Map<String, Object> change = row(tee.itemId(), 1, 0, null);
        change.remove("quantity");
        change.put("delta", delta);
        return change;
    }

    @Test
    void wantsANewKeyAfterAFailedAttempt() throws Exception {
        Map<String, Object> stale = input("available", List.of(row(tee.itemId(), 1, 14, 3)));

        set("k1", stale);

        assertThat(set("k1", stale).at("/userErrors/0/code").asText()).isEqualTo("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
    }

    @Test
    void activatesAnItemBeforeItCanBeSetAtAnotherLocation() throws Exception {
        long lyon = shopper.store.shop().locations().create("Lyon", "LYON").id();
        Map<String, Object> input = input("available", List.of(row(tee.itemId(), lyon, 7, null)));

        assertThat(set("k1", input).at("/userErrors/0/code").asText()).isEqualTo("ITEM_NOT_STOCKED_AT_LOCATION");
        shopper.data("mutation { inventoryActivate(inventoryItemId: \"gid://shopify/InventoryItem/" + tee.itemId()
                + "\", locationId: \"gid://shopify/Location/" + lyon
                + "\") @idempotent(key: \"a1\") { inventoryLevel { id isActive } userErrors { message } } }");
        set("k2", input);

        assertThat(shopper.store.shop().stock().available("TEE", lyon)).isEqualTo(7);
    }

    @Test
    void listsLevelsOfALocationByTimeAndByItem() throws Exception {
        shopper.clock.advance(Duration.ofMinutes(5));
        shopper.store.shop().catalogue().create("MUG", BigDecimal.TEN, Map.of(1L, 5L));
        shopper.buy("MUG", 2);

        JsonNode levels = shopper.data(
                        "query L($q: String) { location(id: \"gid://shopify/Location/1\") {"
                                + " inventoryLevels(first: 10, query: $q, includeInactive: true) { nodes { id isActive"
                                + " item { sku } quantities(names: [\"available\", \"on_hand\", \"committed\"]) {"
                                + " name quantity updatedAt } } } } }",
                        Map.of("q", "updated_at:>='2026-11-20T15:05:00Z'"))
                .at("/location/inventoryLevels/nodes");

        assertThat(levels).hasSize(1);
        assertThat(levels.at("/0/id").asText()).contains("?inventory_item_id=");
        assertThat(levels.at("/0/item/sku").asText()).isEqualTo("MUG");
        assertThat(levels.at("/0/quantities").toString())
                .isEqualTo("[{\"name\":\"available\",\"quantity\":3,\"updatedAt\":\"2026-11-20T15:05:00Z\"},"
                        + "{\"name\":\"on_hand\",\"quantity\":5,\"updatedAt\":null},"
                        + "{\"name\":\"committed\",\"quantity\":2,\"updatedAt\":\"2026-11-20T15:05:00Z\"}]");
    }

    @Test
    void findsItemsBySkuAndSaysWhenItIsAmbiguous() throws Exception {
        shopper.store.shop().catalogue().create("TEE", BigDecimal.TEN, Map.of(1L, 1L));

        JsonNode items = shopper.data("{ inventoryItems(first: 10, query: \"sku:'TEE'\") {"
                        + " nodes { id sku duplicateSkuCount } } }")
                .at("/inventoryItems/nodes");

        assertThat(items).hasSize(2);
        assertThat(items.at("/0/duplicateSkuCount").asInt()).isEqualTo(1);
    }
}
