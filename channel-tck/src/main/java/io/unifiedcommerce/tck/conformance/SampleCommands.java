package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.tck.conformance.link.LinkedStore;
import io.unifiedcommerce.tck.conformance.link.LinkedStore.StockedItem;
import io.unifiedcommerce.tck.conformance.sample.SampleOrigin;
import java.util.List;

/** Commands for a linked store. */
final class SampleCommands {
    private static final long SOLD = 3;

    private SampleCommands() {}

    /** Takes some units away. */
    static StockCommand stock(LinkedStore store, WriteSpec.Mode mode, int number) {
        StockedItem item = store.item();
        long shown = store.shown(item);
        return new StockCommand(
                "conformance-" + number,
                item.sku(),
                item.locationId(),
                mode,
                mode == WriteSpec.Mode.DELTA ? -SOLD : 0,
                shown,
                shown - SOLD);
    }

    /** Puts the store's customer into a segment. */
    static ProfileCommand profile(LinkedStore store, int number) {
        String id = "conformance-profile";
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(envelope(id, number))
                .setProfileId(id)
                .setSegments(List.of("vip", "segment-" + number))
                .build();
        return new ProfileCommand(id, List.of(store.customerId()), profile);
    }

    private static Envelope envelope(String id, int version) {
        Entity entity = Entity.CUSTOMER_PROFILE;
        return Envelope.newBuilder()
                .setEventId(id + "-" + version)
                .setEventType(entity.eventType("updated"))
                .setTenantId(SampleOrigin.TENANT)
                .setChannel("hub")
                .setChannelInstance("hub")
                .setEntity(entity.entityName())
                .setEntityId(id)
                .setOccurredAt(SampleOrigin.NOW)
                .setSourceVersion(Integer.toString(version))
                .setCapturedAt(SampleOrigin.NOW)
                .setCaptureMode("REPLAY")
                .setSchemaVersion(entity.schemaVersion())
                .build();
    }

    /** What is wrong after commands of stock that were all carried out once; each takes the same number of units. */
    static List<String> effects(LinkedStore store, List<? extends WriteCommand> commands) {
        Findings findings = new Findings();
        if (commands.get(0) instanceof StockCommand first) {
            long expected = first.target() - SOLD * (commands.size() - 1L);
            long shown = store.shown(store.item());
            findings.require(shown == expected, "the store shows " + shown + " units instead of " + expected);
        }
        return findings.list();
    }
}
