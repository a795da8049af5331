package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one listing is read, together with the wanted records inside its records. Immutable.
 *
 * @param stream the listed stream; also the name in the source partition
 * @param backfill how history is read; the same as {@code live} where the manifest makes no difference
 * @param slices null when the listing is read whole
 */
public record StreamPlan(
        String stream, RecordPlan records, ReadPlan live, ReadPlan backfill, StreamSpec.SliceSpec slices, int weight) {

    /**
     * The listings to be read for the wanted streams, in the manifest's order: a stream inside another brings that one's
     * listing along. What only webhooks tell has none.
     */
    public static List<StreamPlan> of(ApiManifest manifest, Set<String> wanted) {
        Map<String, StreamPlan> plans = new LinkedHashMap<>();
        Set<String> roots = new TreeSet<>();
        wanted.forEach(stream -> roots.add(rootOf(manifest, stream)));
        manifest.streams().forEach((name, spec) -> {
            if (roots.contains(name) && !spec.told()) {
                ReadPlan live = ReadPlan.of(spec.read());
                ReadPlan backfill = spec.backfill() == null ? live : ReadPlan.of(spec.backfill());
                RecordPlan records = RecordPlan.of(manifest, name, wanted);
                plans.put(
                        name,
                        new StreamPlan(
                                name, records, live, backfill, spec.read().slices(), spec.weight()));
            }
        });
        return new ArrayList<>(plans.values());
    }

    /**
     * Checks that reading can go on from a position.
     *
     * @throws IllegalArgumentException when it belongs to another kind of cursor
     */
    public void accept(Position position) {
        ReadPlan reading = position.live() ? live : backfill;
        if (reading.spec().cursor() instanceof CursorSpec.Time && position.until() == null) {
            throw new IllegalArgumentException(
                    "offset key 'until': missing; stream '" + stream + "' is read by change time");
        }
        if (live.spec().cursor() instanceof CursorSpec.Feed
                && live != backfill
                && position.live()
                && position.afterId() == null) {
            throw new IllegalArgumentException(
                    "offset key 'after_id': missing; stream '" + stream + "' goes on at a token");
        }
        if (!position.live() && live.spec().cursor() instanceof CursorSpec.Time && position.liveFrom() == null) {
            throw new IllegalArgumentException("offset key 'live_from': missing; stream '" + stream
                    + "' is read by change time after its history");
        }
    }

    /** The listed stream in whose records a stream's records are found; the stream itself when it is listed. */
    public static String rootOf(ApiManifest manifest, String stream) {
        StreamSpec spec = manifest.streams().get(stream);
        return spec.from() == null ? stream : rootOf(manifest, spec.from().stream());
    }

    /** The streams whose records are wanted, or hold wanted ones: a notification of their change is worth following. */
    public static Set<String> tellingOf(ApiManifest manifest, Set<String> wanted) {
        Set<String> telling = new TreeSet<>();
        for (String stream : wanted) {
            String name = stream;
            telling.add(name);
            while (manifest.streams().get(name).from() != null) {
                name = manifest.streams().get(name).from().stream();
                telling.add(name);
            }
        }
        return telling;
    }
}
