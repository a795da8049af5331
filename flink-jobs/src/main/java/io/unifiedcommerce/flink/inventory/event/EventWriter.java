package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.flink.inventory.core.Decision;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.Policy;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.model.ChannelPosition;
import io.unifiedcommerce.model.CloudEventHeaders;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.EventIds;
import io.unifiedcommerce.model.InventoryAdjustment;
import io.unifiedcommerce.model.InventoryAlert;
import io.unifiedcommerce.model.InventoryPosition;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Turns decisions into unified events of the hub. Without state. */
public final class EventWriter {

    private static final String CHANNEL = "hub";
    private static final int MOST_ITEMS = 10;
    private static final int MOST_DIGITS = 19;

    private final String hub;

    /** @param hub name of the hub: channel instance of its events */
    public EventWriter(String hub) {
        this.hub = hub;
    }

    /** A unified event and what it is. */
    public record Written(Entity entity, SpecificRecord event) {

        /** Its envelope as CloudEvents headers, with the type of its JSON form. */
        public Map<String, String> headers() {
            Map<String, String> headers = CloudEventHeaders.of(
                    event.get(event.getSchema().getField("envelope").pos()));
            headers.put("content-type", "application/json");
            return headers;
        }
    }

    /** The event for a decision that concerns the outside; null for any other. */
    public Written write(SkuKey key, Decision decision) {
        if (decision instanceof Decision.Push push) {
            return new Written(Entity.INVENTORY_TARGET, target(key, push));
        }
        if (decision instanceof Decision.Position position) {
            return new Written(Entity.INVENTORY_POSITION, position(key, position));
        }
        if (decision instanceof Decision.Adjusted adjusted) {
            return new Written(Entity.INVENTORY_ADJUSTMENT, adjustment(key, adjusted.movement()));
        }
        InventoryAlert alert = alert(key, decision);
        return alert == null ? null : new Written(Entity.INVENTORY_ALERT, alert);
    }

    private InventoryTarget target(SkuKey key, Decision.Push push) {
        return InventoryTarget.newBuilder()
                .setEnvelope(envelope(
                        key, Entity.INVENTORY_TARGET, push.pushId(), padded(push.version()), push.computedAt()))
                .setPushId(push.pushId())
                .setSku(key.sku())
                .setChannelInstance(push.channel())
                .setLocationId(push.locationId())
                .setMode(push.mode().name())
                .setDelta(push.delta())
                .setExpected(push.expected())
                .setTarget(push.target())
                .setLedgerVersion(push.version())
                .setCovers(push.covers())
                .setComputedAt(Instant.ofEpochMilli(push.computedAt()))
                .build();
    }

    private InventoryPosition position(SkuKey key, Decision.Position position) {
        List<ChannelPosition> channels = position.channels().stream()
                .map(channel -> ChannelPosition.newBuilder()
                        .setChannelInstance(channel.channel())
                        .setTarget(channel.target())
                        .setShadow(channel.shadow())
                        .setHold(channel.hold())
                        .setInFlight(channel.inFlight())
                        .build())
                .toList();
        String id = position.location() == null ? key.sku() : Keys.of(key.sku(), position.location());
        return InventoryPosition.newBuilder()
                .setEnvelope(envelope(
                        key,
                        Entity.INVENTORY_POSITION,
                        id,
                        stateVersion(position.version(), position.computedAt()),
                        position.computedAt()))
                .setSku(key.sku())
                .setLocationId(position.location())
                .setOnHand(position.onHand())
                .setCommitted(position.committed())
                .setReserved(position.reserved())
                .setSafetyStock(position.safetyStock())
                .setAvailableToSell(position.available())
                .setPerChannel(channels)
                .setLedgerVersion(position.version())
                .setAnchorAsOf(position.anchorAsOf() == null ? null : Instant.ofEpochMilli(position.anchorAsOf()))
                .setDrift(position.drift())
                .build();
    }

    private InventoryAdjustment adjustment(SkuKey key, Fact.StockMoved movement) {
        String id = Keys.split(movement.id()).get(1);
        return InventoryAdjustment.newBuilder()
                .setEnvelope(envelope(key, Entity.INVENTORY_ADJUSTMENT, id, movement.version(), movement.at()))
                .setAdjustmentId(id)
                .setSku(key.sku())
                .setLocationId(movement.location())
                .setDelta(movement.quantity())
                .setReason("MANUAL")
                .setAsOf(Instant.ofEpochMilli(movement.at()))
                .build();
    }

    private InventoryAlert alert(SkuKey key, Decision decision) {
        if (decision instanceof Decision.Oversold oversold) {
            return alert(key, "OVERSOLD", oversold.location(), oversold.version(), oversold.at())
                    .setLocationId(oversold.location())
                    .setQuantity(oversold.units())
                    .setLines(oversold.newestLines())
                    .setMessage(
                            oversold.units() + " units more are sold than there are; cancel or source the lines named")
                    .build();
        }
        if (decision instanceof Decision.Drifted drifted) {
            String remedy = drifted.policy() == Policy.ACCEPT
                    ? "it is taken over as an adjustment"
                    : "it is overwritten; find out who else writes stock there";
            return alert(key, "DRIFT", drifted.channel(), drifted.version(), drifted.at())
                    .setQuantity(drifted.units())
                    .setMessage("'" + drifted.channel() + "' shows " + drifted.units()
                            + " units more than orders and pushes explain; " + remedy)
                    .build();
        }
        if (decision instanceof Decision.Refused refused) {
            return alert(key, "DRIFT", refused.channel(), refused.version(), refused.at())
                    .setMessage("'" + refused.channel() + "' refuses to show " + refused.target() + " (push "
                            + refused.pushId() + "); see the message of its result")
                    .build();
        }
        if (decision instanceof Decision.Ambiguous ambiguous) {
            return alert(key, "AMBIGUOUS_SKU", ambiguous.channel(), 0, ambiguous.at())
                    .setLedgerVersion(null)
                    .setQuantity((long) ambiguous.items().size())
                    .setLines(ambiguous.items().stream()
                            .limit(MOST_ITEMS)
                            .map(item -> Keys.of(ambiguous.channel(), item))
                            .toList())
                    .setMessage("'" + ambiguous.channel() + "' has "
                            + ambiguous.items().size()
                            + " items with this SKU, so their stock cannot be told apart; give each its own")
                    .build();
        }
        return null;
    }

    private InventoryAlert.Builder alert(SkuKey key, String kind, String about, long version, long at) {
        String id = Keys.of(key.sku(), kind, about);
        return InventoryAlert.newBuilder()
                .setEnvelope(envelope(key, Entity.INVENTORY_ALERT, id, stateVersion(version, at), at))
                .setKind(kind)
                .setSku(key.sku())
                .setLedgerVersion(version)
                .setRaisedAt(Instant.ofEpochMilli(at));
    }

    /** What is known of the channels changes without a new version of the stock. */
    private static String stateVersion(long version, long at) {
        return padded(version) + "-" + padded(at);
    }

    /** As wide as the largest number, so that versions compare as texts. */
    private static String padded(long number) {
        String digits = Long.toString(number);
        return "0".repeat(MOST_DIGITS - digits.length()) + digits;
    }

    private Envelope envelope(SkuKey key, Entity entity, String id, String sourceVersion, long at) {
        return Envelope.newBuilder()
                .setEventId(EventIds.of(hub, entity, Keys.of(key.tenant(), id), sourceVersion))
                .setEventType(entity.eventType("updated"))
                .setTenantId(key.tenant())
                .setChannel(CHANNEL)
                .setChannelInstance(hub)
                .setEntity(entity.entityName())
                .setEntityId(id)
                .setOp("UPSERT")
                .setOccurredAt(Instant.ofEpochMilli(at))
                .setSourceVersion(sourceVersion)
                .setCapturedAt(Instant.ofEpochMilli(at))
                .setCaptureMode("UNKNOWN")
                .setSchemaVersion(entity.schemaVersion())
                .setExtensions(Map.of())
                .build();
    }
}
