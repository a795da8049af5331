package io.unifiedcommerce.channel.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request template. Texts may hold {@code ${name}} for an option, {@code window.from}, {@code window.to},
 * {@code page.token}, {@code page.number}, {@code page.offset}, {@code page.size}, {@code cursor.value}, {@code cursor.id},
 * {@code slice.<field>}, {@code record.<path>}, {@code ids} or {@code id}. A parameter or variable whose whole text is one
 * placeholder without a value is left out (REST, SOAP) or null (GraphQL). {@code ${name|quoted}} is the value as a text in
 * single quotes, those inside it doubled; {@code ${name|last}} is the last of several separated by commas, such as the newest of
 * two secrets.
 */
public record RequestSpec(
        @Setting(value = "HTTP method", byDefault = "GET") String method,

        @Setting(value = "path below the base URL", optional = true)
        String path,

        @Setting(value = "name of one of http.other_base_urls; http.base_url when left out", optional = true)
        String base,

        @Setting(value = "query parameters", optional = true)
        Map<String, String> params,

        @Setting(value = "headers of this request only", optional = true)
        Map<String, String> headers,

        @Setting(value = "JSON body", optional = true) JsonNode body,

        @Setting(
                value =
                        "file with the GraphQL document, in the channel's folder; its lines #import \"<file>\" bring in fragments",
                optional = true)
        String query,

        @Setting(value = "variables of the GraphQL document or the SOAP envelope", optional = true)
        Map<String, JsonNode> variables,

        @Setting(value = "SOAP call in the place of a body", optional = true)
        SoapSpec soap,

        @Setting(value = "what an answer is; that of a SOAP call is always XML", byDefault = "json")
        Content answer) {

    /** What an answer is written in. */
    public enum Content {
        JSON,
        XML
    }

    /** A request to the platform's main address, whose answer is JSON. */
    public RequestSpec(
            String method,
            String path,
            Map<String, String> params,
            Map<String, String> headers,
            JsonNode body,
            String query,
            Map<String, JsonNode> variables) {
        this(method, path, null, params, headers, body, query, variables, null, Content.JSON);
    }

    /** Checks that the request is one of REST, GraphQL or SOAP. */
    public RequestSpec {
        if ((path == null) == (query == null)) {
            throw new IllegalArgumentException("a request has either a path (REST, SOAP) or a query file (GraphQL)");
        }
        if (soap != null && (body != null || query != null)) {
            throw new IllegalArgumentException("a SOAP call has its envelope in the place of a body");
        }
    }

    /** The same request to one of the platform's other addresses. */
    public RequestSpec at(String otherBase) {
        return new RequestSpec(method, path, otherBase, params, headers, body, query, variables, soap, answer);
    }

    /** The same request with other query parameters. */
    public RequestSpec asking(Map<String, String> otherParams) {
        return new RequestSpec(method, path, base, otherParams, headers, body, query, variables, soap, answer);
    }
}
