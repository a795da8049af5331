package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.record.Trees;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How records that others name are found. Immutable.
 *
 * @param name the same for look-ups that keep the same of the same records
 * @param keep empty for everything
 */
record LookupPlan(
        String name,
        Path into,
        List<Path> ids,
        List<Path> keep,
        Duration keepFor,
        Path id,
        StreamSpec.RereadSpec request) {

    static LookupPlan of(ApiManifest manifest, StreamSpec.LookupSpec spec) {
        StreamSpec other = manifest.streams().get(spec.stream());
        return new LookupPlan(
                spec.stream() + spec.keep(),
                Path.parse(spec.into()),
                paths(spec.ids()),
                paths(spec.keep()),
                spec.keepFor(),
                Path.parse(other.id()),
                other.reread());
    }

    private static List<Path> paths(List<String> texts) {
        return texts.stream().map(Path::parse).toList();
    }

    /** The ids that a record names, each once. */
    Set<String> idsIn(Object record) {
        Set<String> found = new TreeSet<>();
        ids.forEach(path -> path.all(record).forEach(id -> found.add(id.toString())));
        found.remove("");
        return found;
    }

    /** What is kept of a record that was found. */
    Object kept(Object found) {
        Map<String, Object> picked = keep.isEmpty() ? null : Trees.pick(found, keep);
        return picked == null ? found : Trees.with(picked, id.toString(), id.get(found));
    }
}
