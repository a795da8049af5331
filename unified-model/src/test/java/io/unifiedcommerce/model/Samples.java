package io.unifiedcommerce.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Small records with fixed content. */
final class Samples {

    private static final Instant PLACED = Instant.parse("2026-11-20T15:02:11Z");
    private static final BigDecimal NOTHING = new BigDecimal("0.0000");

    private Samples() {}

    static Envelope envelope(Entity entity) {
        return Envelope.newBuilder()
                .setEventId(EventIds.of("shop-de", entity, "1001", "7"))
                .setEventType(entity.eventType("updated"))
                .setTenantId("acme")
                .setChannel("shopify")
                .setChannelInstance("shop-de")
                .setEntity(entity.entityName())
                .setEntityId("1001")
                .setOccurredAt(PLACED)
                .setSourceVersion("7")
                .setCapturedAt(PLACED.plusMillis(250))
                .setCaptureMode("WEBHOOK")
                .setSchemaVersion(entity.schemaVersion())
                .build();
    }

    static Order order() {
        return Order.newBuilder()
                .setEnvelope(envelope(Entity.ORDER))
                .setOrderId("1001")
                .setStatus("CONFIRMED")
                .setPlacedAt(PLACED)
                .setUpdatedAt(PLACED)
                .setCurrency("EUR")
                .setPricesIncludeTax(true)
                .setItemsSubtotal(NOTHING)
                .setDiscountTotal(NOTHING)
                .setShippingTotal(NOTHING)
                .setTaxTotal(NOTHING)
                .setGrandTotal(NOTHING)
                .build();
    }

    static Refund refund() {
        return Refund.newBuilder()
                .setEnvelope(envelope(Entity.REFUND))
                .setRefundId("R1")
                .setOrderId("1001")
                .setAmount(new BigDecimal("12.5000"))
                .setCurrency("EUR")
                .setProcessedAt(PLACED)
                .build();
    }

    static byte[] json(SpecificRecord record) {
        return JsonForm.write(record);
    }
}
