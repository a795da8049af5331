package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.Line;
import io.unifiedcommerce.flink.inventory.core.Measured;
import io.unifiedcommerce.flink.inventory.core.PushMode;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.core.StockLocation;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.InventoryAdjustment;
import io.unifiedcommerce.model.InventoryLevel;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.Keys;
import io.unifiedcommerce.model.Reservation;
import io.unifiedcommerce.model.Variant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What levels, adjustments, reservations, answers and the catalogue say about stock. */
final class StockReader {

    private static final String DELETE = "DELETE";

    /** Somebody asked the channel: the figure is true for the moment of asking, not only for that of its last change. */
    private static final Set<String> READS = Set.of("POLL", "SNAPSHOT", "BACKFILL");

    /** A line key has a channel instance, an order and a line. */
    private static final int LINE_KEY_PARTS = 3;

    private final LedgerConfig config;
    private final Places places;

    StockReader(LedgerConfig config) {
        this.config = config;
        this.places = new Places(config);
    }

    void read(InventoryLevel level, Facts facts) {
        Envelope envelope = level.getEnvelope();
        String instance = envelope.getChannelInstance();
        StockLocation location = counted(instance, level.getLocationId());
        if (Boolean.FALSE.equals(level.getTracked())) {
            facts.dropped(Dropped.UNTRACKED);
        } else if (envelope.getOp().equals(DELETE)) {
            facts.dropped(Dropped.DELETED);
        } else if (location != null) {
            facts.about(
                    sku(envelope, level.getSku()),
                    new Fact.StockCounted(
                            location.id(),
                            level.getAsOf().toEpochMilli(),
                            envelope.getSourceVersion(),
                            envelope.getEventId(),
                            level.getQuantity(),
                            measured(level, location)));
        } else if (places.isPushPoint(instance, level.getLocationId())) {
            facts.about(
                    sku(envelope, level.getSku()),
                    new Fact.MirrorSeen(
                            instance,
                            level.getQuantity(),
                            level.getAsOf().toEpochMilli(),
                            READS.contains(envelope.getCaptureMode())
                                    ? envelope.getCapturedAt().toEpochMilli()
                                    : null,
                            envelope.getSourceVersion(),
                            envelope.getEventId()));
        } else {
            facts.dropped(Dropped.UNWATCHED);
        }
    }

    /** Only the authority of a location may say that its stock changed. */
    void read(InventoryAdjustment adjustment, Facts facts) {
        Envelope envelope = adjustment.getEnvelope();
        String instance = envelope.getChannelInstance();
        StockLocation location = counted(instance, adjustment.getLocationId());
        if (location == null) {
            facts.dropped(Dropped.UNWATCHED);
            return;
        }
        facts.about(
                sku(envelope, adjustment.getSku()),
                new Fact.StockMoved(
                        Keys.of(instance, adjustment.getAdjustmentId()),
                        envelope.getSourceVersion(),
                        instance,
                        location.id(),
                        envelope.getOp().equals(DELETE) ? 0 : adjustment.getDelta(),
                        adjustment.getAsOf().toEpochMilli(),
                        false));
    }

    void read(Reservation reservation, Facts facts) {
        Envelope envelope = reservation.getEnvelope();
        String instance = envelope.getChannelInstance();
        String location = places.charge(instance, reservation.getLocationId(), "location_id");
        if (location == null) {
            facts.dropped(Dropped.IGNORED_LOCATION);
            return;
        }
        Instant expiresAt = reservation.getExpiresAt();
        facts.about(
                sku(envelope, reservation.getSku()),
                new Fact.StockReserved(
                        Keys.of(instance, reservation.getReservationId()),
                        envelope.getSourceVersion(),
                        location,
                        reservation.getQuantity(),
                        reservation.getStatus().equals("ACTIVE")
                                && !envelope.getOp().equals(DELETE),
                        expiresAt == null ? Line.UNKNOWN : expiresAt.toEpochMilli()));
    }

    /**
     * An answer to one of the ledger's own pushes, or, from the authority of a location, to the export of an order line: then
     * the push id is the key of the line.
     */
    void read(InventoryPushResult result, Facts facts) {
        Envelope envelope = result.getEnvelope();
        String instance = result.getChannelInstance();
        Instant appliedAt = result.getAppliedAt() == null ? envelope.getOccurredAt() : result.getAppliedAt();
        Fact.Outcome outcome = constant(Fact.Outcome.class, result.getStatus(), Fact.Outcome.UNKNOWN);
        List<String> line = Keys.split(result.getPushId());
        if (config.isAuthority(instance) && line.size() == LINE_KEY_PARTS) {
            if (outcome == Fact.Outcome.APPLIED) {
                facts.about(
                        sku(envelope, result.getSku()),
                        new Fact.LineKnown(result.getPushId(), line.get(0), appliedAt.toEpochMilli()));
            } else {
                facts.dropped(Dropped.UNWATCHED);
            }
        } else if (config.mirror(instance).isPresent()) {
            facts.about(
                    sku(envelope, result.getSku()),
                    new Fact.PushAnswered(
                            result.getPushId(),
                            instance,
                            outcome,
                            constant(PushMode.class, result.getMode(), null),
                            result.getDelta(),
                            result.getObservedBefore(),
                            result.getObservedAfter(),
                            appliedAt.toEpochMilli()));
        } else {
            facts.dropped(Dropped.UNWATCHED);
        }
    }

    void read(Variant variant, Facts facts) {
        if (Places.isMissing(variant.getSku())) {
            facts.dropped(Dropped.NO_SKU);
            return;
        }
        Envelope envelope = variant.getEnvelope();
        List<Fact.Part> parts = envelope.getOp().equals(DELETE)
                ? List.of()
                : OrderReader.parts(variant.getComponents()).stream()
                        .filter(part -> !part.sku().equals(variant.getSku()))
                        .toList();
        facts.about(
                sku(envelope, variant.getSku()),
                new Fact.KitDefined(
                        Keys.of(envelope.getChannelInstance(), variant.getVariantId()),
                        envelope.getSourceVersion(),
                        parts));
        parts.forEach(part -> facts.about(sku(envelope, part.sku()), new Fact.PartOfKit(variant.getSku())));
    }

    /** The location that {@code instance} counts under its own {@code locationId}; null when it counts none there. */
    private StockLocation counted(String instance, String locationId) {
        return config.resolve(instance, locationId)
                .filter(location -> location.authority().equals(instance))
                .orElse(null);
    }

    private static Measured measured(InventoryLevel level, StockLocation location) {
        return constant(Measured.class, level.getMeasured(), location.measured());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static SkuKey sku(Envelope envelope, String sku) {
        if (Places.isMissing(sku)) {
            throw new BadEventException("sku: missing; map the channel's item to a SKU");
        }
        return new SkuKey(envelope.getTenantId(), sku);
    }
}
