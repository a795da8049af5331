package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.EventIds;
import io.unifiedcommerce.model.InventoryLevel;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.Keys;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.OrderLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Unified events as connectors write them: stock levels, orders of two lines, and answers to pushes. */
final class LedgerEvents {
    /** The shop that sells; what it sells, {@link #OTHER} has to be told. */
    static final String SHOP = "shop-de";

    static final String OTHER = "shop-us";
    static final int LINES = 2;

    private static final String PREFIX = "commerce";
    private static final long STOCK = 1_000_000;
    private static final BigDecimal ZERO = new BigDecimal("0.0000");

    private final int skus;

    LedgerEvents(int skus) {
        this.skus = skus;
    }

    static String topic(Entity entity) {
        return entity.topic(PREFIX);
    }

    static String sku(int number) {
        return "SKU-" + number;
    }

    /** Orders near each other have no SKU in common. */
    private String skuOf(int order, int line) {
        return sku((int) (((long) order * LINES + line) * 7919 % skus));
    }

    /** A line as commands name the lines that they cover. */
    static String lineKey(int order, int line) {
        return Keys.of(SHOP, "O" + order, "L" + line);
    }

    /** What the warehouse counts of a SKU, and what both shops show of it. */
    List<ProducerRecord<byte[], byte[]>> opening(int number, Instant at) {
        List<ProducerRecord<byte[], byte[]>> levels = new ArrayList<>();
        for (String instance : List.of("hub", SHOP, OTHER)) {
            String location = instance.equals("hub") ? "warehouse" : "1";
            InventoryLevel level = InventoryLevel.newBuilder()
                    .setEnvelope(envelope(
                            Entity.INVENTORY_LEVEL,
                            instance,
                            sku(number) + "@" + location,
                            at.toString(),
                            at,
                            "SNAPSHOT"))
                    .setSku(sku(number))
                    .setLocationId(location)
                    .setAsOf(at)
                    .setMeasured(instance.equals("hub") ? "ON_HAND" : "AVAILABLE")
                    .setQuantity(STOCK)
                    .build();
            levels.add(record(Entity.INVENTORY_LEVEL, level));
        }
        return levels;
    }

    ProducerRecord<byte[], byte[]> order(int number, Instant at) {
        List<OrderLine> lines = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            lines.add(OrderLine.newBuilder()
                    .setLineId("L" + line)
                    .setSku(skuOf(number, line))
                    .setQuantity(1L)
                    .setUnitPrice(ZERO)
                    .setLineTotal(ZERO)
                    .build());
        }
        Order order = Order.newBuilder()
                .setEnvelope(envelope(Entity.ORDER, SHOP, "O" + number, "1", at, "WEBHOOK"))
                .setOrderId("O" + number)
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
                .setLines(lines)
                .build();
        return record(Entity.ORDER, order);
    }

    /** What a sink says when a push was applied. */
    ProducerRecord<byte[], byte[]> applied(InventoryTarget target, Instant at) {
        InventoryPushResult result = InventoryPushResult.newBuilder()
                .setEnvelope(envelope(
                        Entity.INVENTORY_PUSH_RESULT,
                        target.getChannelInstance(),
                        target.getPushId(),
                        "1",
                        at,
                        "UNKNOWN"))
                .setPushId(target.getPushId())
                .setSku(target.getSku())
                .setChannelInstance(target.getChannelInstance())
                .setLocationId(target.getLocationId())
                .setLedgerVersion(target.getLedgerVersion())
                .setMode(target.getMode())
                .setDelta(target.getDelta())
                .setStatus("APPLIED")
                .setAppliedAt(at)
                .build();
        return record(Entity.INVENTORY_PUSH_RESULT, result);
    }

    private static Envelope envelope(
            Entity entity, String instance, String id, String version, Instant at, String mode) {
        return Envelope.newBuilder()
                .setEventId(EventIds.of(instance, entity, id, version))
                .setEventType(entity.eventType("updated"))
                .setTenantId("default")
                .setChannel("bench")
                .setChannelInstance(instance)
                .setEntity(entity.entityName())
                .setEntityId(id)
                .setOp("UPSERT")
                .setOccurredAt(at)
                .setSourceVersion(version)
                .setCapturedAt(at)
                .setCaptureMode(mode)
                .setSchemaVersion(entity.schemaVersion())
                .setExtensions(Map.of())
                .build();
    }

    private static ProducerRecord<byte[], byte[]> record(Entity entity, SpecificRecord event) {
        return new ProducerRecord<>(
                topic(entity), entity.key(event).getBytes(StandardCharsets.UTF_8), JsonForm.write(event));
    }
}
