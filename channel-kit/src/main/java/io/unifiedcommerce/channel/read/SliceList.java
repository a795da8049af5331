package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a platform for the slices of a stream. */
public final class SliceList {
    private final StreamSpec.SliceSpec spec;
    private final ReadContext context;
    private final Path id;
    private final List<Path> carry;

    public SliceList(StreamPlan plan, ReadContext context) {
        this.spec = plan.slices();
        this.context = context;
        this.id = Path.parse(spec.id());
        this.carry = spec.carry().stream().map(Path::parse).toList();
    }

    /**
     * All slices, in the platform's order.
     *
     * @throws ChannelException when they cannot be listed now
     */
    public List<Slice> read() {
        PageWalk walk = PageWalk.of(new PagingSpec.Single(), null, any -> null, any -> null, null);
        Listing listing = new Listing(context.client(), spec.request(), Path.parse(spec.records()), walk, Map.of());
        List<Slice> slices = new ArrayList<>();
        for (Object item : listing.page().items()) {
            String found = id.string(item);
            if (found == null) {
                throw new ChannelException.BrokenContract("a slice has no id at '" + id + "'", null);
            }
            slices.add(new Slice(found, Trees.with(Trees.pick(item, carry), "id", found)));
        }
        return slices;
    }
}
