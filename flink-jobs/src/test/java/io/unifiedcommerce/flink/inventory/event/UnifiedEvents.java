package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.model.Component;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.EventIds;
import io.unifiedcommerce.model.Fulfilment;
import io.unifiedcommerce.model.FulfilmentLine;
import io.unifiedcommerce.model.InventoryLevel;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.OrderLine;
import io.unifiedcommerce.model.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Unified events as channels would send them, with what does not matter for stock filled in. */
public final class UnifiedEvents {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final BigDecimal ZERO = new BigDecimal("0.0000");

    private UnifiedEvents() {}

    public static Envelope envelope(Entity entity, String instance, String id, String version, Instant at) {
        return Envelope.newBuilder()
                .setEventId(EventIds.of(instance, entity, id, version))
                .setEventType(entity.eventType("updated"))
                .setTenantId("acme")
                .setChannel("test")
                .setChannelInstance(instance)
                .setEntity(entity.entityName())
                .setEntityId(id)
                .setOp("UPSERT")
                .setOccurredAt(at)
                .setSourceVersion(version)
                .setCapturedAt(at)
                .setCaptureMode("WEBHOOK")
                .setSchemaVersion(entity.schemaVersion())
                .setExtensions(Map.of())
                .build();
    }

    public static InventoryLevel.Builder level(
            String instance, String location, String sku, long quantity, Instant at) {
        String id = sku + "@" + location;
        return InventoryLevel.newBuilder()
                .setEnvelope(envelope(Entity.INVENTORY_LEVEL, instance, id, at.toString(), at))
                .setSku(sku)
                .setLocationId(location)
                .setAsOf(at)
                .setMeasured("ON_HAND")
                .setQuantity(quantity);
    }

    public static OrderLine.Builder line(String id, String sku, long quantity) {
        return OrderLine.newBuilder()
                .setLineId(id)
                .setSku(sku)
                .setQuantity(quantity)
                .setUnitPrice(ZERO)
                .setLineTotal(ZERO);
    }

    public static Order.Builder order(String instance, String id, String version, Instant at, OrderLine... lines) {
        return Order.newBuilder()
                .setEnvelope(envelope(Entity.ORDER, instance, id, version, at))
                .setOrderId(id)
                .setStatus("CONFIRMED")
                .setPlacedAt(at)
                .setUpdatedAt(at)
                .setCurrency("EUR")
                .setPricesIncludeTax(true)
                .setItemsSubtotal(ZERO)
                .setDiscountTotal(ZERO)
                .setShippingTotal(ZERO)
                .setTaxTotal(ZERO)
                .setGrandTotal(ZERO)
                .setLines(List.of(lines));
    }

    public static Fulfilment.Builder fulfilment(String instance, String id, String order, String line, long quantity) {
        return Fulfilment.newBuilder()
                .setEnvelope(envelope(Entity.FULFILMENT, instance, id, "1", NOON))
                .setFulfilmentId(id)
                .setOrderId(order)
                .setStatus("SHIPPED")
                .setShippedAt(NOON)
                .setLines(List.of(FulfilmentLine.newBuilder()
                        .setLineId(line)
                        .setQuantity(quantity)
                        .build()));
    }

    public static Variant bundle(String instance, String sku, String part, long quantity) {
        return Variant.newBuilder()
                .setEnvelope(envelope(Entity.VARIANT, instance, sku, "1", NOON))
                .setVariantId(sku)
                .setProductId(sku)
                .setSku(sku)
                .setComponents(List.of(Component.newBuilder()
                        .setSku(part)
                        .setQuantity(quantity)
                        .build()))
                .build();
    }
}
