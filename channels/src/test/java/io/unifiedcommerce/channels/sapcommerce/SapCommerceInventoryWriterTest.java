package io.unifiedcommerce.channels.sapcommerce;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SapCommerceInventoryWriterTest {
    private static final String SET = "${sap.stock.object}/${sap.stock.set}";

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<StockCommand> outcomes = new Outcomes<>();
    private final Writer<StockCommand> writer = WriteStrategy.named("sap-commerce-inventory", StockCommand.class)
            .open(new WriteContext("shop-eu", client, Clock.systemUTC()));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void writesTheTargetAndWhatIsReserved() {
        StockCommand command = command("TEE", "wh_lyon", Mode.SET, null, 30);
        client.then(SET, rows(row("TEE", "wh_lyon", 37, 2))).then(SET + "(", Map.of());

        writer.write(List.of(command), outcomes);

        assertThat(client.sent().get(1).get("key")).isEqualTo("wh_lyon|TEE");
        assertThat(client.sent().get(1).get("body")).isEqualTo(Map.of("available", 32L));
        assertThat(outcomes.of(command)).isEqualTo(new WriteOutcome.Applied(35L, 30L, ScriptedClient.NOW));
    }

    @Test
    void readsTheLevelsOfEachWarehouseAtOnceAndQuotesWhatItAsksFor() {
        StockCommand one = command("O'CLOCK", "wh_lyon", Mode.SET, null, 5);
        StockCommand two = command("TEE", "wh_lyon", Mode.SET, null, 5);
        StockCommand three = command("TEE", "wh_paris", Mode.SET, null, 5);
        client.then(SET, rows(row("O'CLOCK", "wh_lyon", 5, 0), row("TEE", "wh_lyon", 5, 0)))
                .then(SET, rows(row("TEE", "wh_paris", 5, 0)));

        writer.write(List.of(one, two, three), outcomes);

        assertThat(client.sent().get(0).get("filter"))
                .isEqualTo("warehouse/code eq 'wh_lyon' and (productCode eq 'O''CLOCK' or productCode eq 'TEE')");
        assertThat(outcomes.count()).as("nothing to change, nothing written").isEqualTo(3);
        assertThat(outcomes.of(three)).isEqualTo(new WriteOutcome.Applied(null, 5L, null));
    }

    @Test
    void comparesWhatIsShownBeforeItWrites() {
        StockCommand equal = command("TEE", "wh", Mode.CAS, 35L, 30);
        StockCommand done = command("CUP", "wh", Mode.CAS, 9L, 8);
        StockCommand other = command("MUG", "wh", Mode.CAS, 9L, 8);
        client.then(SET, rows(row("TEE", "wh", 37, 2), row("CUP", "wh", 8, 0), row("MUG", "wh", 7, 0)))
                .then(SET + "(", Map.of());

        writer.write(List.of(equal, done, other), outcomes);

        assertThat(outcomes.of(equal)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(done)).as("written by an earlier try").isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(other))
                .isInstanceOfSatisfying(
                        WriteOutcome.Conflict.class,
                        conflict -> assertThat(conflict.observed()).isEqualTo(7));
    }

    @Test
    void makesNoLevelForAnUnknownSkuAndCountsNoneOfSeveral() {
        StockCommand unknown = command("NO", "wh", Mode.SET, null, 1);
        StockCommand several = command("BIN", "wh", Mode.SET, null, 1);
        client.then(SET, rows(row("BIN", "wh", 1, 0), row("BIN", "wh", 2, 0)));

        writer.write(List.of(unknown, several), outcomes);

        assertRejected(unknown, "has no stock level");
        assertRejected(several, "2 stock levels");
    }

    @Test
    void refusesWhatThePlatformCannotTake() {
        StockCommand delta = new StockCommand("p", "TEE", "wh", Mode.DELTA, -1, null, 4);
        StockCommand nowhere = command("TEE", null, Mode.SET, null, 4);
        StockCommand negative = command("TEE", "wh", Mode.SET, null, -1);

        writer.write(List.of(delta, nowhere, negative), outcomes);

        assertRejected(delta, "no relative change");
        assertRejected(nowhere, "by warehouse");
        assertRejected(negative, "below 0");
    }

    @Test
    void aRefusalIsTheCommandsUnlessTheAddressIsWrong() {
        StockCommand command = command("TEE", "wh", Mode.SET, null, 4);
        Map<String, Object> body = Map.of("error", Map.of("code", "invalid_property"));
        client.then(SET, rows(row("TEE", "wh", 1, 0)))
                .thenFail(SET + "(", new ChannelException.Rejected("400", 400, body))
                .then(SET, rows(row("TEE", "wh", 1, 0)))
                .thenFail(SET + "(", new ChannelException.Rejected("404", 404, null));

        writer.write(List.of(command), outcomes);
        assertRejected(command, "invalid_property");
        assertThatThrownBy(() -> writer.write(List.of(command("TEE", "wh", Mode.SET, null, 4)), outcomes))
                .isInstanceOf(ChannelException.Rejected.class);
    }

    private void assertRejected(StockCommand command, String reason) {
        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains(reason));
    }

    private static StockCommand command(String sku, String warehouse, Mode mode, Long expected, long target) {
        return new StockCommand("push-1", sku, warehouse, mode, 0, expected, target);
    }

    private static Map<String, Object> rows(Object... rows) {
        return Map.of("d", Map.of("results", List.of(rows)));
    }

    private static Map<String, Object> row(String sku, String warehouse, long available, long reserved) {
        return Map.of(
                "integrationKey", warehouse + "|" + sku,
                "productCode", sku,
                "warehouse", Map.of("code", warehouse),
                "available", available,
                "reserved", reserved);
    }
}
