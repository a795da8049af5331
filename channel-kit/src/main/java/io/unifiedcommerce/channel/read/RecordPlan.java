package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Fingerprint;
import io.unifiedcommerce.channel.record.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How one kind of record is taken apart.
 *
 * @param emitted whether it is wanted, or only read for the records inside it
 * @param lookups other records that it names
 * @param version null when the record's content is its version
 */
record RecordPlan(
        String stream,
        boolean emitted,
        Path id,
        Path version,
        List<EnrichPlan> enrich,
        List<LookupPlan> lookups,
        List<ChildPlan> children) {

    /** Records inside a record, and what they carry of it. */
    record ChildPlan(Path path, List<Path> carry, RecordPlan plan) {}

    /**
     * A request that completes a record.
     *
     * @param when null for always
     * @param startToken null for the first page
     */
    record EnrichPlan(StreamSpec.EnrichSpec spec, Path into, Path when, Path records, Path startToken) {}

    static RecordPlan of(ApiManifest manifest, String stream, Set<String> wanted) {
        StreamSpec spec = manifest.streams().get(stream);
        List<ChildPlan> children = new ArrayList<>();
        manifest.streams().forEach((name, child) -> {
            if (child.from() != null && child.from().stream().equals(stream)) {
                RecordPlan plan = of(manifest, name, wanted);
                if (plan.emitted() || !plan.children().isEmpty()) {
                    List<Path> carry =
                            child.from().carry().stream().map(Path::parse).toList();
                    children.add(new ChildPlan(Path.parse(child.from().path()), carry, plan));
                }
            }
        });
        return new RecordPlan(
                stream,
                wanted.contains(stream),
                Path.parse(spec.id()),
                optional(spec.version()),
                spec.enrich().stream().map(RecordPlan::enrich).toList(),
                spec.lookups().stream()
                        .map(lookup -> LookupPlan.of(manifest, lookup))
                        .toList(),
                List.copyOf(children));
    }

    private static EnrichPlan enrich(StreamSpec.EnrichSpec spec) {
        return new EnrichPlan(
                spec,
                Path.parse(spec.into()),
                optional(spec.when()),
                Path.parse(spec.records()),
                optional(spec.startToken()));
    }

    private static Path optional(String path) {
        return path == null ? null : Path.parse(path);
    }

    /** What changes when the record changes. */
    String versionOf(Object record) {
        String found = version == null ? null : version.string(record);
        return found == null ? Fingerprint.of(record) : found;
    }
}
