package io.unifiedcommerce.channel.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request template. Texts may hold {@code ${name}} for an option, {@code window.from}, {@code window.to},
 * {@code page.token}, {@code page.number}, {@code page.offset}, {@code page.size}, {@code cursor.value}, {@code cursor.id},
 * {@code slice.<field>}, {@code record.<path>}, {@code ids} or {@code id}. A parameter or variable whose whole text is one
 * placeholder without a value is left out (REST) or null (GraphQL).
 */
public record RequestSpec(
        @Setting(value = "HTTP method", byDefault = "GET") String method,

        @Setting(value = "path below the base URL", optional = true)
        String path,

        @Setting(value = "query parameters", optional = true)
        Map<String, String> params,

        @Setting(value = "headers of this request only", optional = true)
        Map<String, String> headers,

        @Setting(value = "JSON body", optional = true) JsonNode body,

        @Setting(value = "file with the GraphQL document, in the channel's folder", optional = true)
        String query,

        @Setting(value = "GraphQL variables", optional = true)
        Map<String, JsonNode> variables) {

    /** Checks that the request is one of REST or GraphQL. */
    public RequestSpec {
        if ((path == null) == (query == null)) {
            throw new IllegalArgumentException("a request has either a path (REST) or a query file (GraphQL)");
        }
    }
}
