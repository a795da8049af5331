package io.unifiedcommerce.channel.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.manifest.StrictBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plans made of the YAML that a manifest would hold. */
final class Plans {
    private static final String SHOP = """
            channel: shop
            title: Shop
            http: {base_url: "http://shop"}
            auth: {kind: none}
            quota: {kind: none}
            streams:
            """;

    private Plans() {}

    static ApiManifest manifest(String streams) {
        List<Problem> problems = new ArrayList<>();
        try {
            JsonNode tree = new YAMLMapper().readTree(SHOP + streams.indent(2));
            ApiManifest manifest = new StrictBinder("channel.yaml", problems).bind(tree, ApiManifest.class);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(problems.toString());
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The only listing that the wanted streams need. */
    static StreamPlan plan(String streams, String... wanted) {
        return StreamPlan.of(manifest(streams), Set.of(wanted)).get(0);
    }

    /** Orders listed by change time. */
    static StreamPlan orders(String paging) {
        return orders(paging, false);
    }

    /** @param sorted what the manifest says of the order in which pages come */
    static StreamPlan orders(String paging, boolean sorted) {
        return plan("""
                orders:
                  id: id
                  version: version
                  read:
                    request: {path: /orders, params: {from: "${window.from}", to: "${window.to}"}}
                    records: items
                    paging: %s
                    cursor: {kind: time, field: updatedAt, request_format: iso_seconds, overlap: PT60S, lag: PT10S, window: PT1H, sorted: %s}
                """.formatted(paging, sorted), "orders");
    }
}
