package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.EventIds;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;

/** Makes the answer to a push. The same push with the same status has the same event id, however often it is answered. */
final class PushResults {
    private static final String APPLIED = "APPLIED";
    private static final String CONFLICT = "CONFLICT";
    private static final String REJECTED = "REJECTED";
    private static final String UNKNOWN = "UNKNOWN";

    private final String channel;
    private final Clock clock;

    PushResults(String channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    InventoryPushResult of(InventoryTarget target, Settlement settlement) {
        InventoryPushResult.Builder result = InventoryPushResult.newBuilder()
                .setPushId(target.getPushId())
                .setSku(target.getSku())
                .setChannelInstance(target.getChannelInstance())
                .setLocationId(target.getLocationId())
                .setLedgerVersion(target.getLedgerVersion())
                .setMode(target.getMode())
                .setDelta(target.getDelta());
        if (settlement instanceof Settlement.Skipped skipped) {
            result.setStatus(REJECTED).setMessage(skipped.reason());
        } else if (settlement instanceof Settlement.Written written) {
            write(written.outcome(), result);
        }
        return result.setEnvelope(envelope(target, isFinal(result.getStatus(), result.getObservedAfter())))
                .build();
    }

    /** Whether the same push has no other answer to give: one of unknown outcome without a figure may find one. */
    static boolean isFinal(InventoryPushResult answer) {
        return isFinal(answer.getStatus(), answer.getObservedAfter());
    }

    private static boolean isFinal(String status, Long observed) {
        return !status.equals(UNKNOWN) || observed != null;
    }

    private static void write(WriteOutcome outcome, InventoryPushResult.Builder result) {
        if (outcome instanceof WriteOutcome.Applied applied) {
            result.setStatus(APPLIED)
                    .setObservedBefore(applied.before())
                    .setObservedAfter(applied.after())
                    .setAppliedAt(millis(applied.at()));
        } else if (outcome instanceof WriteOutcome.Conflict conflict) {
            result.setStatus(CONFLICT)
                    .setObservedBefore(conflict.observed())
                    .setObservedAfter(conflict.observed())
                    .setMessage(conflict.message());
        } else if (outcome instanceof WriteOutcome.Rejected rejected) {
            result.setStatus(REJECTED).setMessage(rejected.message());
        } else if (outcome instanceof WriteOutcome.Unknown unknown) {
            result.setStatus(UNKNOWN).setObservedAfter(unknown.observed()).setMessage(unknown.message());
        }
    }

    private Envelope envelope(InventoryTarget target, boolean isFinal) {
        Instant now = millis(clock.instant());
        // An outcome that was unknown may become known when the same push is answered again.
        String version = String.format("%019d/%d", target.getLedgerVersion(), isFinal ? 1 : 0);
        return Envelope.newBuilder()
                .setEventId(EventIds.of(
                        target.getChannelInstance(), Entity.INVENTORY_PUSH_RESULT, target.getPushId(), version))
                .setEventType(Entity.INVENTORY_PUSH_RESULT.eventType("created"))
                .setTenantId(target.getEnvelope().getTenantId())
                .setChannel(channel)
                .setChannelInstance(target.getChannelInstance())
                .setEntity(Entity.INVENTORY_PUSH_RESULT.entityName())
                .setEntityId(target.getPushId())
                .setOp("UPSERT")
                .setOccurredAt(now)
                .setSourceVersion(version)
                .setCapturedAt(now)
                .setCaptureMode("POLL")
                .setCorrelationId(target.getEnvelope().getCorrelationId())
                .setCausationId(target.getEnvelope().getEventId())
                .setSchemaVersion(Entity.INVENTORY_PUSH_RESULT.schemaVersion())
                .setExtensions(new HashMap<>())
                .build();
    }

    private static Instant millis(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
