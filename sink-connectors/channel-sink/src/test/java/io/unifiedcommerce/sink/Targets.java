package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.manifest.WriteSpec.Mode;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Instant;

/** Makes pushes. */
final class Targets {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String INSTANCE = "shop-de";

    private Targets() {}

    static InventoryTarget.Builder target(String push, String sku, long version) {
        return InventoryTarget.newBuilder()
                .setEnvelope(envelope(Entity.INVENTORY_TARGET, push, NOW))
                .setPushId(push)
                .setSku(sku)
                .setChannelInstance(INSTANCE)
                .setLocationId("1")
                .setLedgerVersion(version)
                .setMode("SET")
                .setTarget(5);
    }

    static InventoryTarget set(String push, String sku, long version, long target) {
        return target(push, sku, version).setTarget(target).build();
    }

    static InventoryTarget delta(String push, String sku, long version, long delta) {
        return target(push, sku, version)
                .setMode("DELTA")
                .setDelta(delta)
                .setTarget(50)
                .build();
    }

    static InventoryTarget cas(String push, String sku, long version, long expected, long target) {
        return target(push, sku, version)
                .setMode("CAS")
                .setExpected(expected)
                .setTarget(target)
                .build();
    }

    static StockPush push(InventoryTarget target, Taken taken, Instant arrivedAt) {
        Mode mode = Mode.valueOf(target.getMode());
        StockCommand command = new StockCommand(
                target.getPushId(),
                target.getSku(),
                target.getLocationId(),
                mode,
                mode == Mode.DELTA ? target.getDelta() : 0,
                target.getExpected(),
                target.getTarget());
        return new StockPush(target, command, taken, arrivedAt);
    }

    static Envelope envelope(Entity entity, String id, Instant occurredAt) {
        return Envelope.newBuilder()
                .setEventId("event-" + id)
                .setEventType(entity.eventType("created"))
                .setTenantId("default")
                .setChannel("hub")
                .setChannelInstance("hub")
                .setEntity(entity.entityName())
                .setEntityId(id)
                .setOccurredAt(occurredAt)
                .setSourceVersion("1")
                .setCapturedAt(occurredAt)
                .setCaptureMode("POLL")
                .setSchemaVersion(entity.schemaVersion())
                .build();
    }
}
