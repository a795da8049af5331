package io.unifiedcommerce.tck.conformance.sample;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.read.StreamPlan;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The streams that one listing brings. */
public final class Descendants {
    private Descendants() {}

    /** The listed stream and all streams inside its records. */
    public static Set<String> of(ApiManifest manifest, String listed) {
        return manifest.streams().keySet().stream()
                .filter(stream -> StreamPlan.rootOf(manifest, stream).equals(listed))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
