package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.EventIds;
import io.unifiedcommerce.model.Keys;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;

/** Turns the records of one channel into unified events. Immutable and safe for use by several threads. */
public final class Normalizer {
    /** Key of the flag in a record that only tells that its entity is gone. */
    public static final String DELETED = "$deleted";

    private static final Path DELETED_PATH = Path.parse(DELETED);

    private final String channel;
    private final Map<String, MappingPlan> plans;

    private Normalizer(String channel, Map<String, MappingPlan> plans) {
        this.channel = channel;
        this.plans = plans;
    }

    /**
     * Compiles the mappings of a channel's streams.
     *
     * @throws io.unifiedcommerce.channel.manifest.ManifestException with every problem of the first file that has any
     */
    public static Normalizer of(ChannelFolder folder, ChannelManifest manifest) {
        Map<String, MappingPlan> plans = new LinkedHashMap<>();
        manifest.mappedStreams().forEach((name, stream) -> plans.put(name, MappingPlan.compile(folder, stream)));
        return new Normalizer(folder.name(), plans);
    }

    /** Plans by stream name. */
    public Map<String, MappingPlan> plans() {
        return plans;
    }

    /**
     * Normalises one record.
     *
     * @throws MappingException when it is the record's own fault
     * @throws IllegalArgumentException when the channel has no such stream
     */
    public NormalizedEvent normalize(Object record, Provenance provenance) {
        MappingPlan plan = plans.get(provenance.stream());
        if (plan == null) {
            throw new IllegalArgumentException("channel '" + channel + "' has no mapped stream '" + provenance.stream()
                    + "'; " + NearestName.hint(provenance.stream(), plans.keySet()));
        }
        if (Boolean.TRUE.equals(DELETED_PATH.get(record))) {
            String id = plan.entityId(record, provenance);
            return new NormalizedEvent(plan.entity(), Keys.of(provenance.tenant(), provenance.instance(), id), null);
        }
        Struct value = plan.map(record, provenance);
        complete(value.getStruct("envelope"), plan.entity(), provenance);
        return new NormalizedEvent(plan.entity(), plan.entity().key(value), value);
    }

    private static void complete(Struct envelope, Entity entity, Provenance provenance) {
        envelope.put(
                "event_id",
                EventIds.of(
                        provenance.instance(),
                        entity,
                        envelope.getString("entity_id"),
                        envelope.getString("source_version")));
        envelope.put("event_type", entity.eventType("DELETE".equals(envelope.getString("op")) ? "deleted" : "updated"));
        envelope.put("tenant_id", provenance.tenant());
        envelope.put("channel", provenance.channel());
        envelope.put("channel_instance", provenance.instance());
        envelope.put("entity", entity.entityName());
        envelope.put("captured_at", Date.from(provenance.capturedAt()));
        envelope.put("capture_mode", provenance.captureMode());
        envelope.put("schema_version", entity.schemaVersion());
    }
}
