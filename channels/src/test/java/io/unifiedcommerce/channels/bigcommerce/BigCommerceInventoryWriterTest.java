package io.unifiedcommerce.channels.bigcommerce;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BigCommerceInventoryWriterTest {
    private static final Map<String, Object> ACCEPTED = Map.of("transaction_id", "t-1");

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<StockCommand> outcomes = new Outcomes<>();
    private final Writer<StockCommand> writer = WriteStrategy.named("bigcommerce-inventory", StockCommand.class)
            .open(new WriteContext("shop-us", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void quantitiesAreSentTogetherOneLocationAfterTheOther() {
        StockCommand second = set("push-1", "TEE", "2", 5);
        StockCommand first = set("push-2", "CAP", "1", 3);
        client.then("absolute", ACCEPTED);

        writer.write(List.of(second, first), outcomes);

        assertThat(items(0)).extracting(item -> item.get("location_id")).containsExactly(1L, 2L);
        assertThat(outcomes.of(second)).isEqualTo(new WriteOutcome.Applied(null, 5L, ScriptedClient.NOW));
    }

    @Test
    void aDeltaIsARelativeAdjustment() {
        StockCommand sold = delta("push-1", "TEE", -2);
        client.then("relative", ACCEPTED);

        writer.write(List.of(sold), outcomes);

        assertThat(items(0)).containsExactly(Map.of("location_id", 1L, "sku", "TEE", "quantity", -2L));
        assertThat(outcomes.of(sold)).isEqualTo(new WriteOutcome.Applied(null, null, ScriptedClient.NOW));
    }

    @Test
    void aDeltaOfUnknownOutcomeIsReadBackAndNeverSentAgain() {
        StockCommand sold = delta("push-1", "TEE", -2);
        client.thenFail("relative", lost()).then("inventory/items", level("TEE", 111, 1, 5));

        writer.write(List.of(sold), outcomes);

        assertThat(outcomes.of(sold))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unknown.class,
                        unknown -> assertThat(unknown.observed()).isEqualTo(5L));
    }

    @Test
    void aDeltaStaysUnknownWhenItCannotBeReadBackEither() {
        StockCommand sold = delta("push-1", "TEE", -2);
        client.thenFail("relative", lost()).thenFail("inventory/items", lost());

        writer.write(List.of(sold), outcomes);

        assertThat(outcomes.of(sold))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unknown.class,
                        unknown -> assertThat(unknown.observed()).isNull());
    }

    @Test
    void looksUpWhatIsInDoubtWithoutWriting() {
        StockCommand sold = delta("push-1", "TEE", -2);
        client.then("inventory/items", level("TEE", 111, 1, 5));

        writer.observe(List.of(sold), outcomes);

        assertThat(outcomes.of(sold))
                .isInstanceOfSatisfying(
                        WriteOutcome.Unknown.class,
                        unknown -> assertThat(unknown.observed()).isEqualTo(5L));
    }

    @Test
    void aQuantityOfUnknownOutcomeMayBeSentAgain() {
        StockCommand counted = set("push-1", "TEE", "1", 5);
        client.thenFail("absolute", lost());

        assertThatThrownBy(() -> writer.write(List.of(counted), outcomes))
                .isInstanceOf(ChannelException.Transient.class);
        assertThat(outcomes.count()).isZero();
    }

    @Test
    void aDeltaThatWasNotTakenMayBeSentAgain() {
        StockCommand sold = delta("push-1", "TEE", -2);
        client.thenFail("relative", new ChannelException.Transient("429", null, false, null));

        assertThatThrownBy(() -> writer.write(List.of(sold), outcomes)).isInstanceOf(ChannelException.Transient.class);
        assertThat(outcomes.count()).isZero();
    }

    @Test
    void theItemThatARefusalNamesIsPutAsideAndTheOthersAreSentAgain() {
        StockCommand wrong = set("push-1", "TEE", "1", 5);
        StockCommand alike = set("push-2", "TEE XL", "1", 6);
        client.thenFail("absolute", refusal("[Item with sku TEE XL is not found]"))
                .then("absolute", ACCEPTED);

        writer.write(List.of(wrong, alike), outcomes);

        assertThat(outcomes.of(alike)).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(outcomes.of(wrong)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(items(1)).hasSize(1);
    }

    @Test
    void aBatchThatIsRefusedWithoutANameIsHalved() {
        List<StockCommand> commands =
                List.of(set("push-1", "A", "1", 1), set("push-2", "B", "1", 1), set("push-3", "C", "1", 1));
        ChannelException refused = refusal("Items with identity: [variant_id 106] requires something else");
        client.thenFail("absolute", refused)
                .then("absolute", ACCEPTED)
                .thenFail("absolute", refused)
                .thenFail("absolute", refused)
                .then("absolute", ACCEPTED);

        writer.write(commands, outcomes);

        assertThat(outcomes.of(commands.get(0))).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(commands.get(1)))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("variant_id 106"));
        assertThat(outcomes.of(commands.get(2))).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void anItemTrackedByProductIsWrittenByItsProduct() {
        StockCommand counted = set("push-1", "MUG", "1", 5);
        client.thenFail("absolute", refusal("[Item with sku MUG is tracked by product, please update by product id]"))
                .then("inventory/items", level("MUG", 111, 1, 2))
                .then("absolute", ACCEPTED);

        writer.write(List.of(counted), outcomes);

        assertThat(items(2)).containsExactly(Map.of("location_id", 1L, "product_id", 111L, "quantity", 5L));
        assertThat(outcomes.of(counted)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aCasIsWrittenOnlyWhereTheStoreShowsWhatItExpects() {
        StockCommand equal = cas("push-1", "TEE", 5, 3);
        StockCommand stale = cas("push-2", "CAP", 5, 3);
        StockCommand done = cas("push-3", "MUG", 5, 3);
        StockCommand absent = cas("push-4", "HAT", 5, 3);
        client.then(
                        "inventory/items",
                        Map.of("data", List.of(item("TEE", 1, 1, 5), item("CAP", 2, 1, 4), item("MUG", 3, 1, 3))))
                .then("absolute", ACCEPTED);

        writer.write(List.of(equal, stale, done, absent), outcomes);

        assertThat(outcomes.of(equal)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(stale))
                .isInstanceOfSatisfying(
                        WriteOutcome.Conflict.class,
                        conflict -> assertThat(conflict.observed()).isEqualTo(4L));
        assertThat(outcomes.of(done)).isEqualTo(new WriteOutcome.Applied(null, 3L, null));
        assertThat(outcomes.of(absent)).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(items(1)).hasSize(1);
    }

    @Test
    void whatBigCommerceCannotTakeIsRefusedBeforeItIsSent() {
        List<StockCommand> commands = List.of(
                set("push-1", "TEE", "Lyon", 5),
                set("push-2", "TEE", "1", -1),
                set("push-3", "TEE,XL", "1", 1),
                set("push-4", "TEE", "1", 1L << 31));

        writer.write(commands, outcomes);

        assertThat(commands)
                .allSatisfy(command -> assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class));
    }

    private static StockCommand set(String push, String sku, String location, long target) {
        return new StockCommand(push, sku, location, Mode.SET, 0, null, target);
    }

    private static StockCommand delta(String push, String sku, long delta) {
        return new StockCommand(push, sku, null, Mode.DELTA, delta, null, 10);
    }

    private static StockCommand cas(String push, String sku, long expected, long target) {
        return new StockCommand(push, sku, "1", Mode.CAS, 0, expected, target);
    }

    private static ChannelException lost() {
        return new ChannelException.Transient("no answer", null, true, null);
    }

    private static ChannelException refusal(String title) {
        return new ChannelException.Rejected("status 422", 422, Map.of("status", 422L, "title", title));
    }

    private static Map<String, Object> level(String sku, long product, long location, long onHand) {
        return Map.of("data", List.of(item(sku, product, location, onHand)));
    }

    private static Map<String, Object> item(String sku, long product, long location, long onHand) {
        return Map.of(
                "identity",
                Map.of("sku", sku, "product_id", product, "variant_id", product + 1000),
                "locations",
                List.of(Map.of("location_id", location, "total_inventory_onhand", onHand)));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(int request) {
        return (List<Map<String, Object>>)
                ((Map<?, ?>) client.sent().get(request).get("body")).get("items");
    }
}
