package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.channel.read.Emission.UnreadableRecord;
import io.unifiedcommerce.channel.read.RecordPlan.ChildPlan;
import io.unifiedcommerce.channel.read.RecordPlan.EnrichPlan;
import io.unifiedcommerce.channel.record.Fingerprint;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a listed record apart: completes it, adds where it comes from, and finds the records inside it. */
final class Unfolder {
    /** The record went away, or is not as the request needs it: its own fault, and asking again does not help. */
    private static final Set<Integer> RECORDS_OWN_FAULT = Set.of(404, 409, 410, 422);

    private final ChannelClient client;
    private final Lookup lookup;
    private final Memory memory;
    private final Slice slice;
    private final Map<String, Object> surroundings;

    /** @param slice null when the listing is read whole */
    Unfolder(ReadContext context, Memory memory, Slice slice) {
        this.client = context.client();
        this.lookup = new Lookup(context, slice);
        this.memory = memory;
        this.slice = slice;
        this.surroundings = new LinkedHashMap<>();
        if (slice != null) {
            surroundings.put("$slice", slice.fields());
        }
        if (!context.fields().isEmpty()) {
            surroundings.put("$context", context.fields());
        }
    }

    /**
     * Asks for what the records of a page name, all at once rather than record by record.
     *
     * @throws ChannelException when that cannot be had now
     */
    void prepare(RecordPlan plan, List<?> page) {
        lookup.prepare(plan.lookups(), page);
    }

    /**
     * Adds to a list what a listed item brings that was not emitted yet: first the record, then those inside it. All or nothing:
     * after a {@link ChannelException} the same item can be unfolded again.
     */
    void unfold(RecordPlan plan, Object item, Instant changedAt, List<Emission> out) {
        List<Emission> found = new ArrayList<>();
        List<Memory.Version> remembered = new ArrayList<>();
        unfold(plan, item, plan.stream(), null, changedAt, found, remembered);
        out.addAll(found);
        remembered.forEach(version -> memory.remember(version, changedAt));
    }

    private void unfold(
            RecordPlan plan,
            Object item,
            String place,
            Map<String, Object> parent,
            Instant changedAt,
            List<Emission> out,
            List<Memory.Version> remembered) {
        String id = plan.id().string(item);
        String identity = place + "/" + (id == null ? Fingerprint.of(item) : id);
        Memory.Version version = Memory.Version.of(identity, plan.versionOf(item));
        if (!memory.isNew(version)) {
            return;
        }
        remembered.add(version);
        if (!(item instanceof Map<?, ?> map)) {
            out.add(new UnreadableRecord(plan.stream(), item, "expected a record, found a single value or nothing"));
            return;
        }
        if (id == null) {
            out.add(new UnreadableRecord(plan.stream(), item, "the record has no id at '" + plan.id() + "'"));
            return;
        }
        Map<String, Object> value = copy(map);
        if (parent != null) {
            value.put("$parent", parent);
        }
        try {
            for (EnrichPlan enrich : plan.enrich()) {
                value = enriched(value, enrich);
            }
            value = lookup.completed(value, plan.lookups());
        } catch (ChannelException.Rejected e) {
            if (!RECORDS_OWN_FAULT.contains(e.status())) {
                throw e;
            }
            out.add(new UnreadableRecord(plan.stream(), value, "it could not be completed: " + e.getMessage()));
            return;
        }
        value.putAll(surroundings);
        if (plan.emitted()) {
            out.add(new ChannelRecord(plan.stream(), id, value, changedAt));
        }
        for (ChildPlan child : plan.children()) {
            Map<String, Object> carried = Trees.pick(value, child.carry());
            List<Object> inside = child.path().list(value);
            prepare(child.plan(), inside);
            for (Object inner : inside) {
                unfold(
                        child.plan(),
                        inner,
                        identity + "/" + child.plan().stream(),
                        carried,
                        changedAt,
                        out,
                        remembered);
            }
        }
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>(map.size() * 2);
        map.forEach((key, field) -> copy.put(String.valueOf(key), field));
        return copy;
    }

    private Map<String, Object> enriched(Map<String, Object> record, EnrichPlan plan) {
        if (plan.when() != null && isNothing(plan.when().get(record))) {
            return record;
        }
        Path startToken = plan.startToken();
        String token = startToken == null ? null : startToken.string(record);
        Map<String, Object> values = new HashMap<>();
        values.put("record", record);
        if (slice != null) {
            values.put("slice", slice.values());
        }
        List<Object> parts = new ArrayList<>(plan.spec().append() ? plan.into().list(record) : List.of());
        parts.addAll(WholeListing.read(
                client, plan.spec().request(), plan.records(), plan.spec().paging(), token, values));
        return Trees.with(record, plan.into().toString(), parts);
    }

    private static boolean isNothing(Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof String text && text.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }
}
