package io.unifiedcommerce.channels.adobecommerce;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdobeCommerceInventoryWriterTest {
    private static final String SAVE = "inventory/source-items";
    private static final String SALABLE = "export-stock-salable-qty";
    private static final List<Object> SAVED = List.of();

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<StockCommand> outcomes = new Outcomes<>();
    private final Writer<StockCommand> writer = WriteStrategy.named("adobe-commerce-inventory", StockCommand.class)
            .open(new WriteContext("shop-fr", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void aWebsiteIsWrittenByTheDifferenceSoThatReservationsStay() {
        // 12 lie there, 4 of them are sold and not sent.
        StockCommand raise = set("push-1", "TEE", "website:base", 10);
        client.then("stocks", stock())
                .then("links", links("lyon"))
                .then("sources", sources("lyon", true))
                .then(SAVE, items(item("TEE", "lyon", 12, 1)))
                .then(SALABLE, items(Map.of("sku", "TEE", "qty", 8L)))
                .then(SAVE, SAVED);

        writer.write(List.of(raise), outcomes);

        assertThat(saved(5)).containsExactly(row("TEE", "lyon", 14, 1));
        assertThat(outcomes.of(raise)).isEqualTo(new WriteOutcome.Applied(8L, 10L, ScriptedClient.NOW));
    }

    @Test
    void unitsAreTakenFromOneSourceAfterTheOther() {
        StockCommand lower = set("push-1", "TEE", "website:base", 1);
        client.then("stocks", stock())
                .then("links", links("lyon", "closed", "nice"))
                .then(
                        "sources",
                        items(
                                Map.of("source_code", "closed", "enabled", false),
                                Map.of("source_code", "nice", "enabled", true),
                                Map.of("source_code", "lyon", "enabled", true)))
                .then(SAVE, items(item("TEE", "lyon", 3, 1)))
                .then(SAVE, items(item("TEE", "nice", 5, 1)))
                .then(SALABLE, items(Map.of("sku", "tee", "qty", new BigDecimal("8.0000"))))
                .then(SAVE, SAVED);

        writer.write(List.of(lower), outcomes);

        assertThat(saved(6)).containsExactly(row("TEE", "lyon", 0, 1), row("TEE", "nice", 1, 1));
        assertThat(outcomes.of(lower)).isEqualTo(new WriteOutcome.Applied(8L, 1L, ScriptedClient.NOW));
    }

    @Test
    void whatIsOutOfStockDoesNotCountAndIsOfferedAgain() {
        StockCommand raise = set("push-1", "TEE", "website:base", 5);
        client.then("stocks", stock())
                .then("links", links("lyon"))
                .then("sources", sources("lyon", true))
                .then(SAVE, items(item("TEE", "lyon", 30, 0)))
                .then(SALABLE, items(Map.of("sku", "TEE", "qty", -2L)))
                .then(SAVE, SAVED);

        writer.write(List.of(raise), outcomes);

        assertThat(saved(5)).containsExactly(row("TEE", "lyon", 7, 1));
    }

    @Test
    void whatTheWebsiteShowsAlreadyIsNotWritten() {
        StockCommand same = set("push-1", "TEE", "website:base", 8);
        StockCommand stale = cas("push-2", "CAP", "website:base", 7, 3);
        StockCommand absent = set("push-3", "HAT", "website:base", 3);
        client.then("stocks", stock())
                .then("links", links("lyon"))
                .then("sources", sources("lyon", true))
                .then(SAVE, items())
                .then(SALABLE, items(Map.of("sku", "TEE", "qty", 8L), Map.of("sku", "CAP", "qty", 9L)));

        writer.write(List.of(same, stale, absent), outcomes);

        assertThat(outcomes.of(same)).isEqualTo(new WriteOutcome.Applied(8L, 8L, null));
        assertThat(outcomes.of(stale))
                .isInstanceOfSatisfying(
                        WriteOutcome.Conflict.class,
                        conflict -> assertThat(conflict.observed()).isEqualTo(9L));
        assertThat(outcomes.of(absent)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void aWebsiteThatSellsWithoutStockIsNotLoweredInVain() {
        StockCommand lower = set("push-1", "TEE", "website:base", 0);
        client.then("stocks", stock())
                .then("links", links("lyon"))
                .then("sources", sources("lyon", true))
                .then(SAVE, items(item("TEE", "lyon", 1, 1)))
                .then(SALABLE, items(Map.of("sku", "TEE", "qty", 1001L)));

        writer.write(List.of(lower), outcomes);

        assertThat(outcomes.of(lower))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("backorders"));
    }

    @Test
    void aWebsiteWithoutStockIsNamed() {
        StockCommand lost = set("push-1", "TEE", "website:outlet", 3);
        client.then("stocks", stock());

        writer.write(List.of(lost), outcomes);

        assertThat(outcomes.of(lost))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("'outlet'"));
    }

    @Test
    void aSourceTakesTheUnitsThatLieThere() {
        StockCommand counted = set("push-1", "TEE", "lyon", 7);
        StockCommand arrived = set("push-2", "CAP", "lyon", 4);
        StockCommand stale = cas("push-3", "MUG", "lyon", 9, 4);
        StockCommand unknown = set("push-4", "HAT", "lyon", 4);
        client.then(SAVE, items(item("TEE", "lyon", 12, 0), item("MUG", "lyon", 5, 1)))
                .then("products", items(Map.of("sku", "Cap")))
                .then(SAVE, SAVED);

        writer.write(List.of(counted, arrived, stale, unknown), outcomes);

        // Staff took TEE from sale: that is theirs to undo.
        assertThat(saved(2)).containsExactly(row("TEE", "lyon", 7, 0), row("CAP", "lyon", 4, 1));
        assertThat(outcomes.of(counted)).isEqualTo(new WriteOutcome.Applied(12L, 7L, ScriptedClient.NOW));
        assertThat(outcomes.of(arrived)).isEqualTo(new WriteOutcome.Applied(0L, 4L, ScriptedClient.NOW));
        assertThat(outcomes.of(stale)).isInstanceOf(WriteOutcome.Conflict.class);
        assertThat(outcomes.of(unknown)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    void aBatchThatIsRefusedIsHalvedAndTheRowAtFaultNamed() {
        List<StockCommand> commands = List.of(set("push-1", "TEE", null, 7), set("push-2", "CAP", null, 4));
        ChannelException refused = new ChannelException.Rejected(
                "status 400",
                400,
                Map.of(
                        "message",
                        "Validation Failed",
                        "errors",
                        List.of(Map.of(
                                "message", "Source with code \"%1\" does not exist.", "parameters", List.of("x")))));
        client.then(SAVE, items(item("TEE", "default", 1, 1), item("CAP", "default", 1, 1)))
                .thenFail(SAVE, refused)
                .then(SAVE, SAVED)
                .thenFail(SAVE, refused);

        writer.write(commands, outcomes);

        assertThat(outcomes.of(commands.get(0))).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(commands.get(1)))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("Validation Failed; Source with code \"x\" does not exist."));
    }

    @Test
    void aDeadlockIsWaitedOut() {
        client.then(SAVE, items(item("TEE", "default", 1, 1)))
                .thenFail(
                        SAVE,
                        new ChannelException.Rejected(
                                "status 400", 400, Map.of("message", "Could not save Source Item")));

        assertThatThrownBy(() -> writer.write(List.of(set("push-1", "TEE", null, 7)), outcomes))
                .isInstanceOf(ChannelException.Transient.class);
        assertThat(outcomes.count()).isZero();
    }

    @Test
    void whatMagentoCannotTakeIsRefusedBeforeItIsSent() {
        List<StockCommand> commands = List.of(
                new StockCommand("push-1", "TEE", null, Mode.DELTA, -1, null, 4),
                set("push-2", "TEE", null, -1),
                set("push-3", "TEE,XL", null, 1));

        writer.write(commands, outcomes);

        assertThat(commands)
                .allSatisfy(command -> assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class));
    }

    private static StockCommand set(String push, String sku, String location, long target) {
        return new StockCommand(push, sku, location, Mode.SET, 0, null, target);
    }

    private static StockCommand cas(String push, String sku, String location, long expected, long target) {
        return new StockCommand(push, sku, location, Mode.CAS, 0, expected, target);
    }

    private static Map<String, Object> items(Map<?, ?>... items) {
        return Map.of("items", List.of(items), "total_count", items.length);
    }

    private static Map<String, Object> stock() {
        return items(Map.of(
                "stock_id",
                2L,
                "extension_attributes",
                Map.of("sales_channels", List.of(Map.of("type", "website", "code", "base")))));
    }

    private static Map<String, Object> links(String... sources) {
        return Map.of(
                "items",
                IntStream.range(0, sources.length)
                        .mapToObj(i -> Map.of("stock_id", 2L, "source_code", sources[i], "priority", (long) i))
                        .toList());
    }

    private static Map<String, Object> sources(String code, boolean enabled) {
        return items(Map.of("source_code", code, "enabled", enabled));
    }

    private static Map<String, Object> item(String sku, String source, long quantity, long status) {
        return Map.of("sku", sku, "source_code", source, "quantity", quantity, "status", status);
    }

    private static Map<String, Object> row(String sku, String source, long quantity, int status) {
        return Map.of("sku", sku, "source_code", source, "quantity", BigDecimal.valueOf(quantity), "status", status);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> saved(int request) {
        Map<?, ?> body = (Map<?, ?>) client.sent().get(request).get("body");
        return ((List<Map<String, Object>>) body.get("sourceItems"))
                .stream().map(AdobeCommerceInventoryWriterTest::plain).toList();
    }

    /** Quantities without the places behind the point that the shop told. */
    private static Map<String, Object> plain(Map<String, Object> row) {
        Map<String, Object> plain = new HashMap<>(row);
        plain.computeIfPresent("quantity", (key, value) -> BigDecimal.valueOf(((BigDecimal) value).longValueExact()));
        return plain;
    }
}
