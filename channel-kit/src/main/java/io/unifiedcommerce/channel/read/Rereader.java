package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads records of one stream again by id, in the shape in which its listing has them. What is gone is not given: polling or a
 * notification of its own tells that. Used by one thread.
 */
public final class Rereader {
    private final StreamSpec.RereadSpec spec;
    private final RecordPlan plan;
    private final ReadContext context;

    /** @param wanted the streams whose records are emitted */
    public Rereader(ApiManifest manifest, String stream, Set<String> wanted, ReadContext context) {
        this.spec = manifest.streams().get(stream).reread();
        this.plan = RecordPlan.of(manifest, stream, wanted);
        this.context = context;
    }

    /** Ids that go into one request. */
    public int maxIds() {
        return spec.maxIds();
    }

    /**
     * Reads records and those inside them.
     *
     * @param ids no more than {@link #maxIds()}
     * @param slice id of the slice they are all in; null for none
     * @throws ChannelException when they cannot be read now
     */
    public List<Emission> read(List<String> ids, String slice) {
        Slice part = slice == null ? null : new Slice(slice, Map.of("id", slice));
        Map<String, Object> values = new HashMap<>();
        values.put("ids", ids);
        values.put("id", ids.get(0));
        if (part != null) {
            values.put("slice", part.values());
        }
        PageWalk walk = PageWalk.of(new PagingSpec.Single(), null, any -> null, any -> null, null);
        Listing listing = new Listing(context.client(), spec.request(), Path.parse(spec.records()), walk, values);
        Unfolder unfolder = new Unfolder(context, new NoMemory(), part);
        List<Emission> found = new ArrayList<>();
        List<Object> items = listing.page().items();
        unfolder.prepare(plan, items);
        for (Object item : items) {
            // GraphQL answers null in the place of what is gone.
            if (item != null) {
                unfolder.unfold(plan, item, null, found);
            }
        }
        return found;
    }

    /** The record that tells that an entity is gone. */
    public static Emission.ChannelRecord deleted(ApiManifest manifest, String stream, String id) {
        String idPath = manifest.streams().get(stream).id();
        Map<String, Object> value = Trees.with(Trees.with(Map.of(), idPath, id), "$deleted", true);
        return new Emission.ChannelRecord(stream, id, value, null);
    }

    /** Whoever asks for a record by id wants it, whether it was emitted before or not. */
    private static final class NoMemory implements Memory {
        @Override
        public boolean isNew(Version version) {
            return true;
        }

        @Override
        public void remember(Version version, Instant changedAt) {
            // nothing is asked again
        }
    }
}
