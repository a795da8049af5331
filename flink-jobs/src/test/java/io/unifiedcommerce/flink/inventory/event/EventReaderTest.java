package io.unifiedcommerce.flink.inventory.event;

import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.NOON;
import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.envelope;
import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.level;
import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.line;
import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.unifiedcommerce.flink.inventory.config.LedgerConfigReader;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.Line;
import io.unifiedcommerce.flink.inventory.core.Measured;
import io.unifiedcommerce.flink.inventory.core.OrderFact;
import io.unifiedcommerce.flink.inventory.core.PushMode;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.InventoryAdjustment;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.OrderLine;
import io.unifiedcommerce.model.Refund;
import io.unifiedcommerce.model.RefundLine;
import io.unifiedcommerce.model.Reservation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final SkuKey TEE = new SkuKey("acme", "TEE");
    private static final long AT = NOON.toEpochMilli();

    private final EventReader reader = new EventReader(LedgerConfigReader.parse("""
            hub: hub
            locations:
              - {id: store, authority: till-1}
              - {id: warehouse, authority: erp, measured: AVAILABLE}
              - {id: attic}
            aliases: {shop: {"77": warehouse}}
            ignored_locations: {shop: ["99"]}
            channels:
              - {instance: shop, sells: [warehouse, store], push: {location_id: "55", mode: DELTA}}
            """));
    private final List<Fact> facts = new ArrayList<>();
    private final List<SkuKey> skus = new ArrayList<>();
    private final List<OrderFact> orderFacts = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();

    @Test
    void theAuthoritysLevelIsACount() {
        read(Entity.INVENTORY_LEVEL, level("erp", "warehouse", "TEE", 7, NOON).setMeasured("UNKNOWN"));

        assertThat(skus).containsExactly(TEE);
        assertThat(facts).singleElement().isInstanceOfSatisfying(Fact.StockCounted.class, count -> {
            assertThat(count.location()).isEqualTo("warehouse");
            assertThat(count.asOf()).isEqualTo(AT);
            assertThat(count.quantity()).isEqualTo(7);
            assertThat(count.measured()).as("as configured").isEqualTo(Measured.AVAILABLE);
        });
    }

    @Test
    void theHubsOwnLevelIsACountOfItsOwnLocation() {
        read(Entity.INVENTORY_LEVEL, level("hub", "attic", "TEE", 7, NOON));

        assertThat(facts).singleElement().isInstanceOf(Fact.StockCounted.class);
    }

    @Test
    void aChannelsLevelIsAFigureAndAReadOneSaysWhenItWasRead() {
        Envelope read = Envelope.newBuilder(envelope(Entity.INVENTORY_LEVEL, "shop", "x", "1", NOON))
                .setCaptureMode("POLL")
                .setCapturedAt(NOON.plusSeconds(30))
                .build();

        read(Entity.INVENTORY_LEVEL, level("shop", "55", "TEE", 7, NOON));
        read(Entity.INVENTORY_LEVEL, level("shop", "55", "TEE", 7, NOON).setEnvelope(read));

        assertThat(facts).extracting(fact -> ((Fact.MirrorSeen) fact).readAt()).containsExactly(null, AT + 30_000);
    }

    @Test
    void aLevelOfAnythingElseSaysNothing() {
        read(Entity.INVENTORY_LEVEL, level("shop", "77", "TEE", 7, NOON));
        read(Entity.INVENTORY_LEVEL, level("erp", "store", "TEE", 7, NOON));
        read(Entity.INVENTORY_LEVEL, level("erp", "warehouse", "TEE", 0, NOON).setTracked(false));

        assertThat(facts).isEmpty();
        assertThat(dropped).containsExactly(Dropped.UNWATCHED, Dropped.UNWATCHED, Dropped.UNTRACKED);
    }

    @Test
    void anOrderLineIsChargedToItsLocationOrToTheFirstOneTheChannelSells() {
        OrderLine assigned = line("1", "TEE", 2).setAssignedLocationId("77").build();
        OrderLine shown = line("2", "TEE", 1).setAssignedLocationId("55").build();

        read(
                Entity.ORDER,
                order(
                        "shop",
                        "1",
                        "1",
                        NOON,
                        assigned,
                        shown,
                        line("3", "CAP", 1).build()));

        assertThat(taken().lines())
                .extracting(OrderFact.Ordered::location)
                .containsExactly("warehouse", "warehouse", "warehouse");
        assertThat(taken().lines())
                .as("only orders at the place that is pushed to lower its figure")
                .extracting(OrderFact.Ordered::mirrored)
                .containsExactly(false, true, true);
    }

    @Test
    void linesThatHaveNoStockAreLeftOut() {
        OrderLine giftCard = line("1", "GIFT", 1).setIsGiftCard(true).build();
        OrderLine unknown = line("2", null, 1).build();
        OrderLine elsewhere = line("3", "TEE", 1).setAssignedLocationId("99").build();

        read(Entity.ORDER, order("shop", "1", "1", NOON, giftCard, unknown, elsewhere));

        assertThat(taken().lines()).isEmpty();
        assertThat(dropped).containsExactly(Dropped.GIFT_CARD, Dropped.NO_SKU, Dropped.IGNORED_LOCATION);
    }

    @Test
    void aCancelledOrderCancelsWhatWasNotShipped() {
        OrderLine line = line("1", "TEE", 5)
                .setFulfilledQuantity(2)
                .setCancelledQuantity(1)
                .build();

        read(
                Entity.ORDER,
                order("shop", "1", "2", NOON, line).setStatus("CANCELLED").setCancelledAt(NOON.minusSeconds(60)));

        assertThat(taken().lines().get(0).cancelled()).isEqualTo(3);
        assertThat(taken().cancelledAt()).isEqualTo(AT - 60_000);
    }

    @Test
    void aTillSaleIsShippedWhenItIsRungUp() {
        read(
                Entity.ORDER,
                order(
                                "till-1",
                                "1",
                                "1",
                                NOON,
                                line("1", "TEE", 1).setFulfilledQuantity(1).build())
                        .setLocationId("store"));

        assertThat(taken().lines().get(0).fulfilled()).isEqualTo(1);
        assertThat(taken().lines().get(0).mirrored()).isFalse();
        assertThat(taken().updatedAt()).isEqualTo(AT);
    }

    @Test
    void aBundleWhosePartsAreLinesOfTheirOwnIsNotTakenApart() {
        OrderLine part = line("2", "TEE", 1).setBundleLineId("1").build();

        read(Entity.ORDER, order("shop", "1", "1", NOON, line("1", "SET", 1).build(), part));

        assertThat(taken().lines()).extracting(OrderFact.Ordered::isExploded).containsExactly(true, false);
    }

    @Test
    void onlyGoodsThatLeftAreShipped() {
        for (String status : List.of("SHIPPED", "READY_FOR_PICKUP", "CANCELLED", "UNKNOWN", "FAILED")) {
            read(
                    Entity.FULFILMENT,
                    UnifiedEvents.fulfilment("shop", "f", "1", "1", 1)
                            .setStatus(status)
                            .setShippedAt(status.equals("UNKNOWN") ? null : NOON));
        }

        assertThat(orderFacts)
                .extracting(fact -> ((OrderFact.GoodsSent) fact).hasLeft())
                .containsExactly(true, false, false, false, true);
    }

    @Test
    void goodsThatLeaveFromAnIgnoredPlaceStillDeliverTheLine() {
        read(
                Entity.FULFILMENT,
                UnifiedEvents.fulfilment("shop", "f", "1", "1", 1).setLocationId("99"));

        assertThat(((OrderFact.GoodsSent) orderFacts.get(0)).location()).isEqualTo("shop|99");
    }

    @Test
    void aRefundCancelsOrReturnsOrDoesNothingToStock() {
        read(
                Entity.REFUND,
                Refund.newBuilder()
                        .setEnvelope(envelope(Entity.REFUND, "shop", "r", "1", NOON))
                        .setRefundId("r")
                        .setOrderId("1")
                        .setAmount(new BigDecimal("1.0000"))
                        .setCurrency("EUR")
                        .setProcessedAt(NOON)
                        .setLines(List.of(back("RETURN", "77"), back("CANCEL", null), back("NONE", null))));

        assertThat(((OrderFact.GoodsRefunded) orderFacts.get(0)).lines())
                .extracting(OrderFact.Refunded::isReturn, OrderFact.Refunded::location, OrderFact.Refunded::mirrored)
                .containsExactlyInAnyOrder(tuple(true, "warehouse", false), tuple(false, null, true));
        assertThat(dropped).containsExactly(Dropped.NOT_RESTOCKED);
    }

    @Test
    void onlyTheAuthorityMovesStock() {
        read(Entity.INVENTORY_ADJUSTMENT, adjustment("erp"));
        read(Entity.INVENTORY_ADJUSTMENT, adjustment("shop"));

        assertThat(facts).containsExactly(new Fact.StockMoved("erp|a", "1", "erp", "warehouse", 5, AT, false));
        assertThat(dropped).containsExactly(Dropped.UNWATCHED);
    }

    @Test
    void aReservationWithoutALocationIsOfTheChannelsFirst() {
        read(
                Entity.RESERVATION,
                Reservation.newBuilder()
                        .setEnvelope(envelope(Entity.RESERVATION, "shop", "v", "1", NOON))
                        .setReservationId("v")
                        .setSku("TEE")
                        .setQuantity(2)
                        .setStatus("ACTIVE"));

        assertThat(facts).containsExactly(new Fact.StockReserved("shop|v", "1", "warehouse", 2, true, Line.UNKNOWN));
    }

    @Test
    void anAnswerToAPushIsReadWithAllItsFigures() {
        read(Entity.INVENTORY_PUSH_RESULT, answer("shop", "p-1").setObservedAfter(4L));

        assertThat(facts)
                .containsExactly(
                        new Fact.PushAnswered("p-1", "shop", Fact.Outcome.APPLIED, PushMode.DELTA, 2L, null, 4L, AT));
    }

    @Test
    void anAnswerOfAnAuthorityToAnExportedLineMakesTheLineKnown() {
        read(Entity.INVENTORY_PUSH_RESULT, answer("erp", "shop|1|1"));

        assertThat(facts).containsExactly(new Fact.LineKnown("shop|1|1", "shop", AT));
    }

    @Test
    void aBundleIsToldToItselfAndToItsParts() {
        read(Entity.VARIANT, UnifiedEvents.bundle("shop", "SET", "TEE", 2));

        assertThat(skus).containsExactly(new SkuKey("acme", "SET"), TEE);
        assertThat(facts)
                .containsExactly(
                        new Fact.KitDefined("shop|SET", "1", List.of(new Fact.Part("TEE", 2))),
                        new Fact.PartOfKit("SET"));
    }

    @Test
    void whatCannotBeUsedNamesTheField() {
        assertThatThrownBy(() -> reader.read(Entity.ORDER, "{".getBytes(StandardCharsets.UTF_8), collect()))
                .isInstanceOf(BadEventException.class)
                .hasMessageContaining("malformed JSON");
        assertThatThrownBy(() -> read(Entity.INVENTORY_LEVEL, level("erp", "warehouse", " ", 7, NOON)))
                .isInstanceOf(BadEventException.class)
                .hasMessageContaining("sku");
        assertThatThrownBy(() -> read(
                        Entity.ORDER,
                        order("shop", "1", "1", NOON, line("1", "TEE", 1).build())
                                .setLocationId("cellar")))
                .isInstanceOf(BadEventException.class)
                .hasMessageContaining("location_id")
                .hasMessageContaining("aliases");
    }

    @Test
    void aTombstoneSaysNothing() {
        reader.read(Entity.ORDER, null, collect());

        assertThat(dropped).containsExactly(Dropped.DELETED);
    }

    private OrderFact.OrderTaken taken() {
        assertThat(orderFacts).hasSize(1);
        return (OrderFact.OrderTaken) orderFacts.get(0);
    }

    private static RefundLine back(String restock, String location) {
        return RefundLine.newBuilder()
                .setLineId("1")
                .setQuantity(1)
                .setRestock(restock)
                .setRestockLocationId(location)
                .build();
    }

    private static InventoryAdjustment.Builder adjustment(String instance) {
        return InventoryAdjustment.newBuilder()
                .setEnvelope(envelope(Entity.INVENTORY_ADJUSTMENT, instance, "a", "1", NOON))
                .setAdjustmentId("a")
                .setSku("TEE")
                .setLocationId("warehouse")
                .setDelta(5)
                .setReason("RECEIPT")
                .setAsOf(NOON);
    }

    private static InventoryPushResult.Builder answer(String instance, String pushId) {
        return InventoryPushResult.newBuilder()
                .setEnvelope(envelope(Entity.INVENTORY_PUSH_RESULT, instance, pushId, "1", NOON))
                .setPushId(pushId)
                .setSku("TEE")
                .setChannelInstance(instance)
                .setLedgerVersion(1)
                .setMode("DELTA")
                .setDelta(2L)
                .setStatus("APPLIED")
                .setAppliedAt(Instant.ofEpochMilli(AT));
    }

    private void read(Entity entity, RecordBuilder<? extends SpecificRecord> event) {
        read(entity, event.build());
    }

    private void read(Entity entity, SpecificRecord event) {
        reader.read(entity, JsonForm.write(event), collect());
    }

    private Facts collect() {
        return new Facts() {
            @Override
            public void about(SkuKey sku, Fact fact) {
                skus.add(sku);
                facts.add(fact);
            }

            @Override
            public void about(String tenant, String order, OrderFact fact) {
                orderFacts.add(fact);
            }

            @Override
            public void dropped(Dropped reason) {
                dropped.add(reason);
            }
        };
    }
}
