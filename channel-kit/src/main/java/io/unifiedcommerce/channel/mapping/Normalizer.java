package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.model.Keys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
     * @return the event; empty when the mapping says that the record is none of its entity's
     * @throws MappingException when it is the record's own fault
     * @throws IllegalArgumentException when the channel has no such stream
     */
    public Optional<NormalizedEvent> normalize(Object record, Provenance provenance) {
        MappingPlan plan = plans.get(provenance.stream());
        if (plan == null) {
            throw new IllegalArgumentException("channel '" + channel + "' has no mapped stream '" + provenance.stream()
                    + "'; " + NearestName.hint(provenance.stream(), plans.keySet()));
        }
        if (Boolean.TRUE.equals(DELETED_PATH.get(record))) {
            String id = plan.entityId(record, provenance);
            String key = Keys.of(provenance.tenant(), provenance.instance(), id);
            return Optional.of(new NormalizedEvent(plan.entity(), key, null));
        }
        return plan.map(record, provenance)
                .map(value -> new NormalizedEvent(plan.entity(), plan.entity().key(value), value));
    }
}
