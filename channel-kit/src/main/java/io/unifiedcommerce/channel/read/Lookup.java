package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the records that others name by id: from memory, or by asking for as many at once as the platform takes. */
final class Lookup {
    /** What a platform says that is asked for one record that it does not have. */
    private static final Set<Integer> NO_SUCH_RECORD = Set.of(404, 410);

    private final ReadContext context;
    private final Map<String, Object> surroundings;

    /** @param slice null when the listing is read whole */
    Lookup(ReadContext context, Slice slice) {
        this.context = context;
        this.surroundings = slice == null ? Map.of() : Map.of("slice", slice.values());
    }

    /**
     * Asks for all that records name, so that each can then be completed from memory.
     *
     * @throws ChannelException when that cannot be had now
     */
    void prepare(List<LookupPlan> plans, Collection<?> records) {
        for (LookupPlan plan : plans) {
            Set<String> ids = new LinkedHashSet<>();
            records.forEach(record -> ids.addAll(plan.idsIn(record)));
            find(plan, ids);
        }
    }

    /** The record with what it names; what was found may name more. */
    Map<String, Object> completed(Map<String, Object> record, List<LookupPlan> plans) {
        Map<String, Object> completed = record;
        for (LookupPlan plan : plans) {
            List<Object> found = List.copyOf(find(plan, plan.idsIn(completed)).values());
            completed = Trees.with(completed, plan.into().toString(), found);
        }
        return completed;
    }

    /** By id, so that a record looks the same whatever was known before. */
    private SortedMap<String, Object> find(LookupPlan plan, Set<String> ids) {
        Instant now = context.clock().instant();
        SortedMap<String, Object> found = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            LookupMemory.Found known = context.lookups().get(plan, id, now);
            if (known == null) {
                unknown.add(id);
            } else if (known.value() != null) {
                found.put(id, known.value());
            }
        }
        int most = plan.request().maxIds();
        for (int from = 0; from < unknown.size(); from += most) {
            ask(plan, unknown.subList(from, Math.min(from + most, unknown.size())), now, found);
        }
        return found;
    }

    private void ask(LookupPlan plan, List<String> ids, Instant now, Map<String, Object> found) {
        Map<String, Object> byId = new HashMap<>();
        for (Object item : answer(plan, ids)) {
            String id = plan.id().string(item);
            if (id != null) {
                byId.put(id, plan.kept(item));
            }
        }
        for (String id : ids) {
            Object kept = byId.get(id);
            context.lookups().put(plan, id, new LookupMemory.Found(kept, now));
            if (kept != null) {
                found.put(id, kept);
            }
        }
    }

    private List<Object> answer(LookupPlan plan, List<String> ids) {
        Map<String, Object> values = new HashMap<>(surroundings);
        values.put("ids", ids);
        values.put("id", ids.get(0));
        PageWalk walk = PageWalk.of(new PagingSpec.Single(), null, any -> null, any -> null, null);
        Path records = Path.parse(plan.request().records());
        try {
            return new Listing(context.client(), plan.request().request(), records, walk, values)
                    .page()
                    .items();
        } catch (ChannelException.Rejected e) {
            if (ids.size() == 1 && NO_SUCH_RECORD.contains(e.status())) {
                return List.of();
            }
            throw e;
        }
    }
}
