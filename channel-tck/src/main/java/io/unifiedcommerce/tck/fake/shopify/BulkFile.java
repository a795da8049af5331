package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.ExecutionResult;
import io.unifiedcommerce.tck.fake.Faults;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSONL of a bulk query: each object on a line of its own, rows of nested connections with
 * {@code __parentId}, slashes escaped. Ungrouped, the children of 500 parents come after all of these parents, so a
 * reader who takes them to follow their own parent is wrong.
 */
final class BulkFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Map<String, Object>> held = new ArrayList<>();
    private final GraphqlEndpoint endpoint;
    private final Faults faults;
    private long objects;
    private long rootObjects;

    BulkFile(GraphqlEndpoint endpoint, Faults faults) {
        this.endpoint = endpoint;
        this.faults = faults;
    }

    BulkJob.Result write(BulkJob job) {
        BulkSlice slice = new BulkSlice();
        while (slice.more()) {
            ExecutionResult result = endpoint.runBulk(job.query(), CallContext.bulk(faults, job.version(), slice));
            if (!result.getErrors().isEmpty()) {
                throw new ShopifyError(
                        "INTERNAL_SERVER_ERROR", result.getErrors().get(0).getMessage());
            }
            Map<String, Object> data = result.getData();
            Object top = data.values().iterator().next();
            if (isConnection(top)) {
                nodes(top).forEach(node -> object(node, null, job.groupObjects()));
            } else {
                slice.advance(null, false);
                object(asObject(top), null, job.groupObjects());
            }
            held.forEach(this::line);
            held.clear();
        }
        return new BulkJob.Result(out.toByteArray(), objects, rootObjects);
    }

    private void object(Map<String, Object> node, String parentId, boolean grouped) {
        Map<String, Object> own = new LinkedHashMap<>();
        List<Map<String, Object>> children = new ArrayList<>();
        node.forEach((name, value) -> {
            if (isConnection(value)) {
                children.addAll(nodes(value));
            } else {
                own.put(name, value);
            }
        });
        if (parentId == null) {
            rootObjects++;
            line(own);
        } else {
            own.put("__parentId", parentId);
            if (grouped) {
                line(own);
            } else {
                held.add(own);
            }
        }
        children.forEach(child -> object(child, String.valueOf(node.get("id")), grouped));
    }

    private void line(Map<String, Object> object) {
        try {
            // A slash in JSON text stands inside a string, so escaping every one of them is safe.
            String line = MAPPER.writeValueAsString(object).replace("/", "\\/") + "\n";
            out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            objects++;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a line of a bulk file cannot be written", e);
        }
    }

    private static boolean isConnection(Object value) {
        return value instanceof Map<?, ?> map && map.get("edges") instanceof List<?>;
    }

    private static List<Map<String, Object>> nodes(Object connection) {
        List<?> edges = (List<?>) asObject(connection).get("edges");
        return edges.stream().map(edge -> asObject(asObject(edge).get("node"))).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }
}
