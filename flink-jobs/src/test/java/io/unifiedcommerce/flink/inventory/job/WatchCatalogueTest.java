package io.unifiedcommerce.flink.inventory.job;

import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.flink.inventory.config.LedgerConfigReader;
import io.unifiedcommerce.flink.inventory.event.UnifiedEvents;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.InventoryAlert;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.Keys;
import io.unifiedcommerce.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchCatalogueTest {

    private KeyedOneInputStreamOperatorTestHarness<String, IncomingEvent, OutgoingEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(NOON.toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void twoItemsOfOneChannelWithOneSkuAreNamedOnce() throws Exception {
        tell(variant("shop", "11", "TEE", "1"));
        tell(variant("till", "12", "TEE", "1"));
        tell(variant("shop", "13", "CAP", "1"));
        assertThat(alerts()).isEmpty();

        tell(variant("shop", "12", "TEE", "1"));
        tell(variant("shop", "12", "TEE", "1"));
        tell(variant("shop", "11", "TEE", "2"));

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo("AMBIGUOUS_SKU");
            assertThat(alert.getSku()).isEqualTo("TEE");
            assertThat(alert.getLines()).containsExactly("shop|11", "shop|12");
            assertThat(alert.getMessage()).contains("'shop' has 2 items");
            assertThat(alert.getEnvelope().getTenantId()).isEqualTo("acme");
        });
    }

    @Test
    void anItemThatIsGoneOrGoesByAnotherSkuDisturbsNobody() throws Exception {
        tell(variant("shop", "11", "TEE", "1"));
        tell(variant("shop", "11", "TEE-OLD", "2"));
        tell(variant("shop", "12", "TEE", "1"));
        tell(deleted(variant("shop", "12", "TEE", "2")));
        tell(variant("shop", "13", "TEE", "1"));
        tell("shop", "13", null);
        tell(variant("shop", "14", "TEE", "1"));
        tell(variant("shop", "15", null, "1"));
        tell(variant("shop", "16", null, "1"));
        assertThat(alerts()).isEmpty();

        tell(variant("shop", "11", "TEE", "1"));
        assertThat(alerts()).as("late: it goes by another one by now").isEmpty();
        tell(variant("shop", "11", "TEE", "3"));

        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getLines()).containsExactly("shop|11", "shop|14"));
    }

    @Test
    void theCatalogueSurvivesARestartAndWhatCannotBeRead() throws Exception {
        tell(variant("shop", "11", "TEE", "1"));
        tell("shop", "12", "no variant".getBytes(StandardCharsets.UTF_8));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        tell(variant("shop", "12", "TEE", "1"));

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void looksAtItemsOnly() {
        byte[] key = Keys.of("acme", "shop", "11").getBytes(StandardCharsets.UTF_8);

        assertThat(WatchCatalogue.concerns(new IncomingEvent(Entity.VARIANT, "t/0/1", key, null)))
                .isTrue();
        assertThat(WatchCatalogue.concerns(new IncomingEvent(Entity.ORDER, "t/0/1", key, null)))
                .isFalse();
        assertThat(WatchCatalogue.concerns(new IncomingEvent(Entity.VARIANT, "t/0/1", null, null)))
                .isFalse();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, IncomingEvent, OutgoingEvent> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WatchCatalogue(LedgerConfigReader.parse("""
                        hub: hub
                        locations: [{id: attic}]
                        channels: [{instance: shop, sells: [attic]}]
                        """))),
                WatchCatalogue::channel,
                Types.STRING);
    }

    private static Variant variant(String instance, String id, String sku, String version) {
        return Variant.newBuilder()
                .setEnvelope(UnifiedEvents.envelope(Entity.VARIANT, instance, id, version, NOON))
                .setVariantId(id)
                .setProductId("p")
                .setSku(sku)
                .build();
    }

    private static Variant deleted(Variant variant) {
        Envelope envelope =
                Envelope.newBuilder(variant.getEnvelope()).setOp("DELETE").build();
        return Variant.newBuilder(variant).setEnvelope(envelope).build();
    }

    private void tell(Variant variant) throws Exception {
        tell(variant.getEnvelope().getChannelInstance(), variant.getVariantId(), JsonForm.write(variant));
    }

    private void tell(String instance, String id, byte[] value) throws Exception {
        byte[] key = Keys.of("acme", instance, id).getBytes(StandardCharsets.UTF_8);
        harness.processElement(new IncomingEvent(Entity.VARIANT, "variants/0/0", key, value), NOON.toEpochMilli());
    }

    private List<InventoryAlert> alerts() {
        return harness.extractOutputValues().stream()
                .map(event -> JsonForm.read(event.value(), InventoryAlert.class))
                .toList();
    }
}
