package io.unifiedcommerce.channels.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.WriteSpec.Mode;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channels.Outcomes;
import io.unifiedcommerce.channels.ScriptedClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SquareInventoryWriterTest {
    private static final String SEARCH = "/v2/catalog/search";
    private static final String CHANGE = "/v2/inventory/changes/batch-create";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<StockCommand> outcomes = new Outcomes<>();

    @Test
    void sendsEachMovementWithAKeyOfItsOwnAndCountsTogether() {
        client.then(SEARCH, Map.of("objects", List.of(variation("V1", "TEE"), variation("V2", "MUG"))))
                .then(CHANGE, counted("V1", "7"))
                .then(CHANGE, counted("V2", "5"))
                .then(CHANGE, Map.of("counts", List.of(count("V1", "9"), count("V2", "4"))));
        StockCommand sold = delta("p1", "TEE", -3);
        StockCommand received = delta("p2", "MUG", 2);
        StockCommand tees = set("p3", "TEE", 9);
        StockCommand mugs = set("p4", "MUG", 4);

        write(sold, received, tees, mugs);

        client.assertFinished();
        assertThat(outcomes.of(sold)).isEqualTo(new WriteOutcome.Applied(10L, 7L, NOW));
        assertThat(outcomes.of(received)).isEqualTo(new WriteOutcome.Applied(3L, 5L, NOW));
        assertThat(outcomes.of(tees)).isEqualTo(new WriteOutcome.Applied(null, 9L, NOW));
        assertThat(outcomes.of(mugs)).isEqualTo(new WriteOutcome.Applied(null, 4L, NOW));
        assertThat(body(1).get("idempotency_key")).isNotEqualTo(body(2).get("idempotency_key"));
        assertThat(change(1, 0, "adjustment"))
                .containsEntry("from_state", "IN_STOCK")
                .containsEntry("to_state", "SOLD")
                .containsEntry("quantity", "3")
                .containsEntry("reference_id", "ucc:p1")
                .containsEntry("occurred_at", NOW.toString());
        assertThat(change(2, 0, "adjustment"))
                .containsEntry("from_state", "NONE")
                .containsEntry("quantity", "2");
        assertThat(change(3, 1, "physical_count"))
                .containsEntry("quantity", "4")
                .containsEntry("state", "IN_STOCK");
    }

    @Test
    void aKeyThatWasUsedMeansThatThePushWasCarriedOut() {
        client.then(SEARCH, Map.of("objects", List.of(variation("V1", "TEE"))))
                .thenFail(CHANGE, refused("IDEMPOTENCY_KEY_REUSED"));
        StockCommand again = delta("p1", "TEE", -3);

        write(again);

        assertThat(outcomes.of(again)).isEqualTo(new WriteOutcome.Applied(null, null, null));
    }

    @Test
    void findsTheCountThatIsRefusedAmongOthers() {
        client.then(SEARCH, Map.of("objects", List.of(variation("V1", "TEE"), variation("V2", "MUG"))))
                .thenFail(CHANGE, refused("INVALID_VALUE"))
                .thenFail(CHANGE, refused("INVALID_VALUE"))
                .then(CHANGE, counted("V2", "4"));
        StockCommand tees = set("p1", "TEE", 9);
        StockCommand mugs = set("p2", "MUG", 4);

        write(tees, mugs);

        assertThat(outcomes.of(tees)).isEqualTo(new WriteOutcome.Rejected("Square refuses the change: told why"));
        assertThat(outcomes.of(mugs)).isEqualTo(new WriteOutcome.Applied(null, 4L, NOW));
    }

    @Test
    void neverGuessesAVariation() {
        Map<String, Object> untracked = Map.of(
                "id",
                "V3",
                "item_variation_data",
                Map.of(
                        "sku",
                        "CAP",
                        "track_inventory",
                        true,
                        "location_overrides",
                        List.of(Map.of("location_id", "L1", "track_inventory", false))));
        client.then(
                SEARCH,
                Map.of(
                        "objects",
                        // Square finds SKUs whatever their case.
                        List.of(variation("V1", "TEE"), variation("V2", "TEE"), variation("V4", "mug"), untracked)));
        StockCommand twice = set("p1", "TEE", 9);
        StockCommand otherCase = set("p2", "MUG", 4);
        StockCommand notTracked = set("p3", "CAP", 1);
        StockCommand nowhere = new StockCommand("p4", "TEE", null, Mode.SET, 0, null, 1);

        write(twice, otherCase, notTracked, nowhere);

        client.assertFinished();
        assertThat(message(twice)).contains("several variations (V1, V2)");
        assertThat(message(otherCase)).contains("not in the catalogue");
        assertThat(message(notTracked)).contains("not tracked at location L1");
        assertThat(message(nowhere)).contains("names no location");
    }

    private void write(StockCommand... commands) {
        WriteContext context = new WriteContext("shop-1", client, Clock.fixed(NOW, ZoneOffset.UTC));
        new SquareInventoryWriteStrategy().open(context).write(Arrays.asList(commands), outcomes);
    }

    private String message(StockCommand command) {
        return ((WriteOutcome.Rejected) outcomes.of(command)).message();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> body(int request) {
        return (Map<String, Object>) client.sent().get(request).get("body");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> change(int request, int index, String kind) {
        return ((List<Map<String, Map<String, Object>>>) body(request).get("changes"))
                .get(index)
                .get(kind);
    }

    private static ChannelException.Rejected refused(String code) {
        return new ChannelException.Rejected(
                "400", 400, Map.of("errors", List.of(Map.of("code", code, "detail", "told why"))));
    }

    private static StockCommand delta(String push, String sku, long delta) {
        return new StockCommand(push, sku, "L1", Mode.DELTA, delta, null, 0);
    }

    private static StockCommand set(String push, String sku, long target) {
        return new StockCommand(push, sku, "L1", Mode.SET, 0, null, target);
    }

    private static Map<String, Object> variation(String id, String sku) {
        return Map.of("id", id, "item_variation_data", Map.of("sku", sku, "track_inventory", true));
    }

    private static Map<String, Object> counted(String id, String quantity) {
        return Map.of("counts", List.of(count(id, quantity)));
    }

    private static Map<String, Object> count(String id, String quantity) {
        return Map.of(
                "catalog_object_id", id, "location_id", "L1", "quantity", quantity, "calculated_at", NOW.toString());
    }
}
