package io.unifiedcommerce.channels.salesforcecommerce;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesforceInventoryWriterTest {
    private static final String READ = "get-availability";
    private static final String UPDATE = "batch-update";

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<StockCommand> outcomes = new Outcomes<>();
    private final Writer<StockCommand> omnichannel = writer(Map.of("salesforce.oci.tenant.group.id", "tg"));
    private final Writer<StockCommand> lists = writer(Map.of());

    private Writer<StockCommand> writer(Map<String, String> options) {
        return WriteStrategy.named("salesforce-commerce-inventory", StockCommand.class)
                .open(new WriteContext("shop-fr", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC), options));
    }

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void addsWhatIsReservedAndKeptBackToTheTarget() {
        StockCommand tee = set("push-1", "TEE", 30);
        client.then(READ, shown("lyon", record("TEE", 33, 2, 2))).then(UPDATE, (Object) null);

        omnichannel.write(List.of(tee), outcomes);

        Map<?, ?> row = rows(1).get(0);
        assertThat(row.get("onHand")).isEqualTo(new BigDecimal(34));
        assertThat(row.get("location")).isEqualTo("lyon");
        assertThat(row.get("effectiveDate")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(outcomes.of(tee)).isEqualTo(new WriteOutcome.Applied(null, 30L, ScriptedClient.NOW));
    }

    @Test
    void givesTheSameCommandTheSameIdWhereverItIsTried() {
        client.then(READ, shown("lyon", record("TEE", 33, 0, 0))).then(UPDATE, (Object) null);
        omnichannel.write(List.of(set("push-1", "TEE", 30)), outcomes);
        client.then(READ, shown("lyon", record("TEE", 33, 0, 0))).then(UPDATE, (Object) null);
        writer(Map.of("salesforce.oci.tenant.group.id", "tg"))
                .write(List.of(set("push-1", "TEE", 30)), new Outcomes<>());

        assertThat(rows(1).get(0).get("id")).isEqualTo(rows(3).get(0).get("id"));
    }

    @Test
    void writesNothingWhereTheTargetIsShownAlready() {
        StockCommand tee = set("push-1", "TEE", 33);
        client.then(READ, shown("lyon", record("TEE", 33, 2, 2)));

        omnichannel.write(List.of(tee), outcomes);

        assertThat(outcomes.of(tee)).isEqualTo(new WriteOutcome.Applied(null, 33L, null));
    }

    @Test
    void reportsAConflictWhenTheStoreShowsSomethingElse() {
        StockCommand tee = new StockCommand("push-1", "TEE", "lyon", Mode.CAS, 0, 31L, 30);
        client.then(READ, shown("lyon", record("TEE", 33, 0, 0)));

        omnichannel.write(List.of(tee), outcomes);

        assertThat(outcomes.of(tee)).isEqualTo(new WriteOutcome.Conflict(33L, "the store does not show 31"));
    }

    @Test
    void aPartialFailureConcernsOnlyItsRecords() {
        StockCommand tee = set("push-1", "TEE", 30);
        StockCommand cap = set("push-2", "CAP", 5);
        client.then(READ, shown("lyon", record("TEE", 33, 0, 0), record("CAP", 1, 0, 0)))
                .then(UPDATE, values -> errors("InvalidRequestParameter", id(values, "CAP")));

        omnichannel.write(List.of(tee, cap), outcomes);

        assertThat(outcomes.of(tee)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(cap))
                .isEqualTo(new WriteOutcome.Rejected(
                        "Omnichannel Inventory refused SKU 'CAP' at location 'lyon': InvalidRequestParameter"));
    }

    @Test
    void aRecordThatIsBusyIsTriedAgainWithoutTheOthers() {
        StockCommand tee = set("push-1", "TEE", 30);
        StockCommand cap = set("push-2", "CAP", 5);
        client.then(READ, shown("lyon", record("TEE", 33, 0, 0), record("CAP", 1, 0, 0)))
                .then(UPDATE, values -> errors("ConcurrentModification", id(values, "CAP")));

        assertThatThrownBy(() -> omnichannel.write(List.of(tee, cap), outcomes))
                .isInstanceOfSatisfying(
                        ChannelException.Transient.class,
                        failure -> assertThat(failure.outcomeUnknown()).isFalse());
        assertThat(outcomes.of(tee)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(cap)).isNull();
    }

    @Test
    void aRefusedBatchIsHalvedUntilTheFaultyRecordIsFound() {
        StockCommand tee = set("push-1", "TEE", 30);
        StockCommand lost = new StockCommand("push-2", "CAP", "nowhere", Mode.SET, 0, null, 5);
        ChannelException.Rejected unknown =
                new ChannelException.Rejected("400", 400, Map.of("errorCode", "LocationDoesNotExist"));
        client.then(READ, shown("lyon", record("TEE", 33, 0, 0)))
                .thenFail(READ, unknown)
                .thenFail(UPDATE, unknown)
                .then(UPDATE, (Object) null)
                .thenFail(UPDATE, unknown);

        omnichannel.write(List.of(tee, lost), outcomes);

        assertThat(outcomes.of(tee)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(outcomes.of(lost))
                .isEqualTo(new WriteOutcome.Rejected(
                        "Omnichannel Inventory refused SKU 'CAP' at location 'nowhere': LocationDoesNotExist"));
    }

    @Test
    void refusesWhatCannotBeWritten() {
        List<StockCommand> wrong = List.of(
                new StockCommand("p1", "TEE", "lyon", Mode.DELTA, -1, null, 0),
                new StockCommand("p2", "TEE", null, Mode.SET, 0, null, 1),
                set("p3", "TEE", -1),
                set("p4", "T EE", 1),
                new StockCommand("p5", "TEE", "a b", Mode.SET, 0, null, 1));

        omnichannel.write(wrong, outcomes);

        assertThat(wrong)
                .allSatisfy(command -> assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class));
    }

    @Test
    void setsTheAllocationOfANativeRecord() {
        StockCommand tee = set("push-1", "TEE", 30);
        client.then("product_inventory_records", Map.of());

        lists.write(List.of(tee), outcomes);

        assertThat(client.sent().get(0).get("body")).isEqualTo(Map.of("allocation", Map.of("amount", 30L)));
        assertThat(outcomes.of(tee)).isEqualTo(new WriteOutcome.Applied(null, 30L, ScriptedClient.NOW));
    }

    @Test
    void createsANativeRecordThatIsMissingButNoList() {
        StockCommand tee = set("push-1", "TEE", 30);
        client.thenFail("product_inventory_records", fault(404, "ProductInventoryRecordNotFoundException"))
                .then("product_inventory_records", Map.of());
        lists.write(List.of(tee), outcomes);
        assertThat(outcomes.of(tee)).isInstanceOf(WriteOutcome.Applied.class);

        StockCommand cap = set("push-2", "CAP", 5);
        client.thenFail("product_inventory_records", fault(404, "InventoryListNotFoundException"));
        lists.write(List.of(cap), outcomes);
        assertThat(outcomes.of(cap))
                .isEqualTo(new WriteOutcome.Rejected(
                        "Salesforce refused SKU 'CAP' in list 'lyon': InventoryListNotFoundException"));
    }

    @Test
    void waitsOutAConcurrentUpdateOfANativeRecord() {
        client.thenFail("product_inventory_records", fault(409, "ConflictException"));

        assertThatThrownBy(() -> lists.write(List.of(set("push-1", "TEE", 30)), outcomes))
                .isInstanceOf(ChannelException.Transient.class);
        assertThat(outcomes.count()).isZero();
    }

    private static StockCommand set(String push, String sku, long target) {
        return new StockCommand(push, sku, "lyon", Mode.SET, 0, null, target);
    }

    private static Map<String, Object> record(String sku, long atf, long reserved, long safety) {
        return Map.of("sku", sku, "atf", atf, "reserved", reserved, "safetyStockCount", safety);
    }

    private static Object shown(String location, Object... records) {
        return Map.of("locations", List.of(Map.of("id", location, "records", List.of(records))));
    }

    private static Object errors(String code, Object id) {
        return Map.of("errors", List.of(Map.of("errorCode", code, "message", "no", "details", Map.of("id", id))));
    }

    private static ChannelException.Rejected fault(int status, String type) {
        return new ChannelException.Rejected("refused", status, Map.of("fault", Map.of("type", type)));
    }

    private List<Map<?, ?>> rows(int call) {
        return rows(client.sent().get(call));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> rows(Map<String, ?> values) {
        return (List<Map<?, ?>>) ((Map<?, ?>) values.get("body")).get("records");
    }

    private static Object id(Map<String, ?> values, String sku) {
        return rows(values).stream()
                .filter(row -> sku.equals(row.get("sku")))
                .findFirst()
                .orElseThrow()
                .get("id");
    }
}
