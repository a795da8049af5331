package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.hook.StoreCheck;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.read.StreamPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the description ({@code $metadata}) of each integration object that the streams use, and tells which entity set or
 * attribute is missing there. Looked for are those without which a request is refused: what it sorts by, what it follows a
 * time by, and what it expands at the first level.
 */
public final class SapCommerceMetadataCheck implements StoreCheck {
    private static final Pattern PATH = Pattern.compile("/odata2webservices/\\$\\{([^}]+)}/\\$\\{([^}]+)}");

    @Override
    public String name() {
        return "sap-commerce-metadata";
    }

    @Override
    public Map<String, String> problems(
            ChannelClient client, ApiManifest manifest, Map<String, String> options, Collection<String> streams) {
        Map<String, String> problems = new LinkedHashMap<>();
        Set<String> roots = new TreeSet<>();
        streams.forEach(stream -> roots.add(StreamPlan.rootOf(manifest, stream)));
        for (String root : roots) {
            StreamSpec stream = manifest.streams().get(root);
            Matcher path = PATH.matcher(String.valueOf(stream.read().request().path()));
            if (path.matches()) {
                String problem = problem(client, path.group(1), options.get(path.group(2)), needed(stream));
                if (problem != null) {
                    problems.put(path.group(1), problem);
                }
            }
        }
        return problems;
    }

    private static Set<String> needed(StreamSpec stream) {
        Set<String> needed = new TreeSet<>();
        Map<String, String> params = stream.read().request().params();
        for (String path :
                (params.getOrDefault("$orderby", "") + "," + params.getOrDefault("$expand", "")).split(",")) {
            needed.add(path.replaceFirst("/.*", "").trim());
        }
        if (stream.read().cursor() instanceof CursorSpec.Time time) {
            needed.add(time.field());
        }
        needed.remove("");
        return needed;
    }

    private static String problem(ChannelClient client, String objectOption, String set, Set<String> needed) {
        RequestSpec request = new RequestSpec(
                "GET",
                "/odata2webservices/${" + objectOption + "}/$metadata",
                null,
                Map.of(),
                Map.of("Accept", "application/xml"),
                null,
                null,
                Map.of(),
                null,
                RequestSpec.Content.XML);
        Object document;
        try {
            document =
                    client.call(request, Map.of(), ChannelClient.Purpose.WRITE).body();
        } catch (ChannelException.Rejected e) {
            return "The integration object is not there or not exposed (" + e.getMessage() + ").";
        }
        EntityModel model = new EntityModel(document);
        if (!model.sets().contains(set)) {
            return "The integration object has no entity set '" + set + "'; it has " + model.sets() + ".";
        }
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(model.attributes(set));
        return missing.isEmpty()
                ? null
                : "The integration object lacks these attributes of " + set + ": " + String.join(", ", missing)
                        + ". Add them as in our ImpEx.";
    }
}
