package io.unifiedcommerce.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.WriteSpec.Mode;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.channels.Outcomes;
import io.unifiedcommerce.channels.ScriptedClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyInventoryWriterTest {
    private static final String AT = "2026-11-20T10:00:01Z";

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<StockCommand> outcomes = new Outcomes<>();
    private final Writer<StockCommand> writer = open();

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void aDeltaIsAppliedUnderAKeyMadeOfItsPushOnly() {
        StockCommand sold = delta("push-1", "TEE", -2);
        client.then("write-items", items("TEE")).then("write-adjust", adjusted(-2, 5));

        writer.write(List.of(sold), outcomes);

        assertThat(outcomes.of(sold)).isEqualTo(new WriteOutcome.Applied(7L, 5L, Instant.parse(AT)));
        Map<String, ?> sent = client.sent().get(1);
        Map<?, ?> change = (Map<?, ?>) ((List<?>) ((Map<?, ?>) sent.get("input00")).get("changes")).get(0);
        assertThat(change.get("delta")).isEqualTo(-2L);
        // Shopify refuses a change that says nothing about the comparison, so the null must be sent.
        assertThat(change.containsKey("changeFromQuantity")).isTrue();
        assertThat(change.get("changeFromQuantity")).isNull();
        assertThat(sent.get("on00")).isEqualTo(true);
        assertThat(sent.get("on01")).isEqualTo(false);
    }

    @Test
    void theKeyOfADeltaIsTheSameWhateverIsSentWithIt() {
        StockCommand first = delta("push-1", "TEE", -2);
        StockCommand second = delta("push-2", "CAP", 4);
        client.then("write-items", items("TEE"))
                .then("write-adjust", adjusted(-2, 5))
                .then("write-items", items("CAP"))
                .then("write-adjust", adjusted(4, 9, -2, 5));

        writer.write(List.of(first), outcomes);
        writer.write(List.of(second, first), new Outcomes<>());

        assertThat(client.sent().get(3).get("key01"))
                .isEqualTo(client.sent().get(1).get("key00"));
        assertThat(client.sent().get(3).get("key00"))
                .isNotEqualTo(client.sent().get(1).get("key00"));
    }

    @Test
    void aSkuIsLookedUpOnceAndOnlyAnEqualOneCounts() {
        StockCommand known = delta("push-1", "TEE", 1);
        StockCommand similar = delta("push-2", "tee", 1);
        client.then("write-items", items("TEE")).then("write-adjust", adjusted(1, 1));
        client.then("write-items", items("TEE"));

        writer.write(List.of(known), outcomes);
        writer.write(List.of(similar), outcomes);

        assertThat(outcomes.of(similar))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("'tee' is not in the store"));
    }

    @Test
    void anAmbiguousSkuIsRefusedWithBothItemsNamed() {
        StockCommand command = delta("push-1", "TEE", 1);
        client.then(
                "write-items",
                found(
                        item("gid://shopify/InventoryItem/1", "TEE", true, 1),
                        item("gid://shopify/InventoryItem/2", "TEE", true, 1)));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("gid://shopify/InventoryItem/1, gid://shopify/InventoryItem/2"));
    }

    @Test
    void anUntrackedItemIsRefusedSinceItsQuantityMeansNothing() {
        StockCommand command = set("push-1", "TEE", 3);
        client.then("write-items", found(item("gid://shopify/InventoryItem/1", "TEE", false, 0)));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void quotesInASkuCannotEndTheFilter() {
        StockCommand command = set("push-1", "O'NEILL\\", 3);
        client.then("write-items", found());

        writer.write(List.of(command), outcomes);

        assertThat(client.sent().get(0).get("query")).isEqualTo("sku:'O\\'NEILL\\\\'");
    }

    @Test
    void theRowAtFaultIsSingledOutAndTheOthersAreSentUnderANewKey() {
        List<StockCommand> commands = IntStream.range(0, 5)
                .mapToObj(i -> set("push-" + i, "SKU-" + i, i))
                .toList();
        client.then("write-items", items("SKU-0", "SKU-1", "SKU-2", "SKU-3", "SKU-4"))
                .then("write-set", setErrors(error("NON_MUTABLE_INVENTORY_ITEM", "2")))
                .then("write-set", this::setAll);

        writer.write(commands, outcomes);

        assertThat(outcomes.of(commands.get(2))).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(outcomes.of(commands.get(3))).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.count()).isEqualTo(5);
        assertThat(client.sent().get(1).get("key"))
                .isNotEqualTo(client.sent().get(2).get("key"));
        assertThat(quantities(client.sent().get(2))).hasSize(4);
    }

    @Test
    void theSameRowsHaveTheSameKeyWhenTheyAreSentAgain() {
        List<StockCommand> commands = List.of(set("push-1", "TEE", 3), cas("push-2", "CAP", 4, 6));
        ChannelException lost = new ChannelException.Transient("no answer", null, true, null);
        client.then("write-items", items("TEE", "CAP"))
                .thenFail("write-set", lost)
                .then("write-set", this::setAll);

        assertThatThrownBy(() -> writer.write(commands, outcomes)).isSameAs(lost);
        writer.write(commands, outcomes);

        assertThat(client.sent().get(1)).isEqualTo(client.sent().get(2));
    }

    @Test
    void aSetComparesWithNothingAndACasWithWhatItExpects() {
        client.then("write-items", items("TEE", "CAP")).then("write-set", this::setAll);

        writer.write(List.of(set("push-1", "TEE", 3), cas("push-2", "CAP", 4, 6)), outcomes);

        List<Map<?, ?>> rows = quantities(client.sent().get(1));
        assertThat(rows.get(0).containsKey("changeFromQuantity")).isTrue();
        assertThat(rows.get(0).get("changeFromQuantity")).isNull();
        assertThat(rows.get(1).get("changeFromQuantity")).isEqualTo(4L);
    }

    @Test
    void aStaleComparisonIsAConflictThatTellsWhatTheStoreShows() {
        StockCommand stale = cas("push-1", "TEE", 4, 6);
        client.then("write-items", items("TEE"))
                .then("write-set", setErrors(error("CHANGE_FROM_QUANTITY_STALE", "0")))
                .then("write-levels", level("TEE", 3));

        writer.write(List.of(stale), outcomes);

        assertThat(outcomes.of(stale))
                .isInstanceOfSatisfying(
                        WriteOutcome.Conflict.class,
                        conflict -> assertThat(conflict.observed()).isEqualTo(3L));
    }

    @Test
    void aComparisonThatIsStaleBecauseItWasAlreadyAppliedIsNoConflict() {
        StockCommand again = cas("push-1", "TEE", 4, 6);
        client.then("write-items", items("TEE"))
                .then("write-set", setErrors(error("CHANGE_FROM_QUANTITY_STALE", "0")))
                .then("write-levels", level("TEE", 6));

        writer.write(List.of(again), outcomes);

        assertThat(outcomes.of(again)).isEqualTo(new WriteOutcome.Applied(null, 6L, null));
    }

    @Test
    void anItemThatIsNotStockedAtTheLocationIsActivatedOnce() {
        StockCommand command = delta("push-1", "TEE", 4);
        client.then("write-items", items("TEE"))
                .then("write-adjust", adjustErrors("ITEM_NOT_STOCKED_AT_LOCATION"))
                .then("write-activate", Map.of("data", Map.of("inventoryActivate", Map.of("userErrors", List.of()))))
                .then("write-adjust", adjusted(4, 4));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(client.sent().get(1).get("key00"))
                .isNotEqualTo(client.sent().get(3).get("key00"));
    }

    @Test
    void anItemThatStaysUnstockedIsRefusedInsteadOfBeingActivatedForEver() {
        StockCommand command = set("push-1", "TEE", 4);
        client.then("write-items", items("TEE"))
                .then("write-set", setErrors(error("ITEM_NOT_STOCKED_AT_LOCATION", "0")))
                .then("write-activate", Map.of("data", Map.of("inventoryActivate", Map.of("userErrors", List.of()))))
                .then("write-set", setErrors(error("ITEM_NOT_STOCKED_AT_LOCATION", "0")));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void aKeyThatIsUsedUpIsReplacedInTheSameOrderEachTime() {
        StockCommand command = delta("push-1", "TEE", 4);
        client.then("write-items", items("TEE"))
                .then("write-adjust", adjustErrors("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED"))
                .then("write-adjust", adjusted(4, 4))
                .then("write-adjust", adjustErrors("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED"))
                .then("write-adjust", adjusted(4, 4));

        writer.write(List.of(command), outcomes);
        writer.write(List.of(command), new Outcomes<>());

        Set<Object> keys = new HashSet<>();
        client.sent().subList(1, 5).forEach(sent -> keys.add(sent.get("key00")));
        assertThat(keys).hasSize(2);
    }

    @Test
    void aChangeThatIsUnderWayIsLeftUndecidedWithItsOutcomeUnknown() {
        StockCommand busy = delta("push-1", "TEE", 4);
        StockCommand free = delta("push-2", "CAP", 1);
        client.then("write-items", items("TEE", "CAP"))
                .then(
                        "write-adjust",
                        Map.of(
                                "data",
                                Map.of(
                                        "adjust00", payload("IDEMPOTENCY_CONCURRENT_REQUEST"),
                                        "adjust01", payload(1, 2))));

        assertThatThrownBy(() -> writer.write(List.of(busy, free), outcomes))
                .isInstanceOfSatisfying(
                        ChannelException.Transient.class,
                        failure -> assertThat(failure.outcomeUnknown()).isTrue());

        assertThat(outcomes.of(busy)).isNull();
        assertThat(outcomes.of(free)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aPushIdThatWasUsedForAnotherChangeIsTheCommandsFault() {
        StockCommand command = delta("push-1", "TEE", 4);
        client.then("write-items", items("TEE"))
                .then("write-adjust", adjustErrors("IDEMPOTENCY_KEY_PARAMETER_MISMATCH"));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void anErrorOfThisProgramDoesNotCondemnTheCommands() {
        StockCommand command = set("push-1", "TEE", 4);
        client.then("write-items", items("TEE"))
                .then("write-set", setErrors(Map.of("code", "INVALID_REASON", "message", "Unknown reason")));

        assertThatThrownBy(() -> writer.write(List.of(command), outcomes))
                .isInstanceOf(ChannelException.BrokenContract.class);
        assertThat(outcomes.count()).isZero();
    }

    @Test
    void anItemThatIsGoneIsLookedUpAgain() {
        StockCommand command = set("push-1", "TEE", 4);
        client.then("write-items", items("TEE"))
                .then("write-set", setErrors(error("INVALID_INVENTORY_ITEM", "0")))
                .then("write-items", found(item("gid://shopify/InventoryItem/99", "TEE", true, 0)))
                .then("write-set", this::setAll);

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void nothingToChangeIsSuccess() {
        StockCommand command = set("push-1", "TEE", 4);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("inventoryAdjustmentGroup", null);
        nothing.put("userErrors", List.of());
        client.then("write-items", items("TEE"))
                .then("write-set", Map.of("data", Map.of("inventorySetQuantities", nothing)));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isEqualTo(new WriteOutcome.Applied(4L, 4L, null));
    }

    @Test
    void aRequestThatIsRefusedWholeIsHalvedUntilTheRowIsFound() {
        List<StockCommand> commands = List.of(delta("push-1", "TEE", 4), delta("push-2", "CAP", 4));
        ChannelException refused = new ChannelException.Rejected("refused", 200, null);
        client.then("write-items", items("TEE", "CAP"))
                .thenFail("write-adjust", refused)
                .then("write-adjust", adjusted(4, 4))
                .thenFail("write-adjust", refused);

        writer.write(commands, outcomes);

        assertThat(outcomes.of(commands.get(0))).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(commands.get(1))).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void aMissingLocationIsThatOfAStoreWithOneAndElseTheCommandsFault() {
        StockCommand command = new StockCommand("push-1", "TEE", null, Mode.SET, 0, null, 4);
        client.then("write-items", items("TEE"))
                .then("write-locations", locations("gid://shopify/Location/1", "gid://shopify/Location/2"))
                .then("write-locations", locations("gid://shopify/Location/1"))
                .then("write-set", this::setAll);

        writer.write(List.of(command), outcomes);
        Outcomes<StockCommand> later = new Outcomes<>();
        writer.write(List.of(command), later);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(later.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    private Writer<StockCommand> open() {
        return WriteStrategy.named("shopify-inventory", StockCommand.class)
                .open(new WriteContext("shop-de", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));
    }

    private static StockCommand delta(String push, String sku, long delta) {
        return new StockCommand(push, sku, "7", Mode.DELTA, delta, null, 10);
    }

    private static StockCommand set(String push, String sku, long target) {
        return new StockCommand(push, sku, "7", Mode.SET, 0, null, target);
    }

    private static StockCommand cas(String push, String sku, long expected, long target) {
        return new StockCommand(push, sku, "7", Mode.CAS, 0, expected, target);
    }

    private static Map<String, Object> items(String... skus) {
        return found(
                List.of(skus).stream().map(sku -> item(gid(sku), sku, true, 0)).toArray(Map[]::new));
    }

    private static String gid(String sku) {
        return "gid://shopify/InventoryItem/" + Math.abs(sku.hashCode());
    }

    private static Map<String, Object> found(Map<?, ?>... items) {
        Map<String, Object> pageInfo = new HashMap<>();
        pageInfo.put("hasNextPage", false);
        pageInfo.put("endCursor", null);
        return Map.of("data", Map.of("inventoryItems", Map.of("pageInfo", pageInfo, "nodes", List.of(items))));
    }

    private static Map<String, Object> item(String id, String sku, boolean tracked, int others) {
        return Map.of("id", id, "sku", sku, "tracked", tracked, "duplicateSkuCount", (long) others);
    }

    private static Map<String, Object> locations(String... ids) {
        return Map.of(
                "data",
                Map.of(
                        "locations",
                        Map.of(
                                "nodes",
                                List.of(ids).stream()
                                        .map(id -> Map.of("id", id))
                                        .toList())));
    }

    /** Answers rows in order with pairs of delta and quantity afterwards. */
    private static Map<String, Object> adjusted(long... pairs) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < pairs.length / 2; i++) {
            data.put("adjust0" + i, payload(pairs[2 * i], pairs[2 * i + 1]));
        }
        return Map.of("data", data);
    }

    private static Map<String, Object> adjustErrors(String code) {
        return Map.of("data", Map.of("adjust00", payload(code)));
    }

    private static Map<String, Object> payload(long delta, long after) {
        return Map.of(
                "userErrors",
                List.of(),
                "inventoryAdjustmentGroup",
                Map.of("createdAt", AT, "changes", List.of(Map.of("delta", delta, "quantityAfterChange", after))));
    }

    private static Map<String, Object> payload(String code) {
        return Map.of("userErrors", List.of(Map.of("code", code, "message", code)));
    }

    private static Map<String, Object> error(String code, String row) {
        return Map.of("code", code, "message", code, "field", List.of("input", "quantities", row, "quantity"));
    }

    private static Map<String, Object> setErrors(Map<?, ?>... errors) {
        return Map.of("data", Map.of("inventorySetQuantities", Map.of("userErrors", List.of(errors))));
    }

    /** Says that each row was 1 less before. */
    private Map<String, Object> setAll(Map<String, ?> values) {
        List<Object> changes = new ArrayList<>();
        for (Map<?, ?> row : quantities(values)) {
            changes.add(Map.of(
                    "delta", 1L,
                    "item", Map.of("id", row.get("inventoryItemId")),
                    "location", Map.of("id", row.get("locationId"))));
        }
        return Map.of(
                "data",
                Map.of(
                        "inventorySetQuantities",
                        Map.of(
                                "userErrors", List.of(),
                                "inventoryAdjustmentGroup", Map.of("createdAt", AT, "changes", changes))));
    }

    private static Map<String, Object> level(String sku, long quantity) {
        return Map.of(
                "data",
                Map.of(
                        "nodes",
                        List.of(Map.of(
                                "id", gid(sku),
                                "inventoryLevel",
                                        Map.of(
                                                "quantities",
                                                List.of(Map.of("name", "available", "quantity", quantity)))))));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> quantities(Map<String, ?> values) {
        return (List<Map<?, ?>>) ((Map<?, ?>) values.get("input")).get("quantities");
    }
}
