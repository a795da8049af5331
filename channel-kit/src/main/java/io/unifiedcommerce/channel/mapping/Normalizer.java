package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.model.Keys;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @throws ManifestException with every problem of every file
     */
    public static Normalizer of(ChannelFolder folder, ChannelManifest manifest) {
        Map<String, MappingPlan> plans = new LinkedHashMap<>();
        Set<Problem> problems = new LinkedHashSet<>();
        manifest.mappedStreams().forEach((name, stream) -> {
            try {
                plans.put(name, MappingPlan.compile(folder, stream));
            } catch (ManifestException e) {
                problems.addAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new ManifestException(folder.name(), List.copyOf(problems));
        }
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
