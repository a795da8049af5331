package io.unifiedcommerce.channel.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.SoapSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The requests of writers. Data always travels as values, never inside a template's text. */
public final class WriteRequests {
    private WriteRequests() {}

    /**
     * A GraphQL request.
     *
     * @param query file in the channel's folder
     * @param variables names of the document's variables; each call gives their values by the same names
     */
    public static RequestSpec graphql(String query, String... variables) {
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        for (String variable : variables) {
            templates.put(variable, placeholder(variable));
        }
        return new RequestSpec("POST", null, Map.of(), Map.of(), null, query, templates);
    }

    /** A request with a JSON body; each call gives it as the value {@code body}. */
    public static RequestSpec json(String method, String path) {
        return new RequestSpec(method, path, Map.of(), Map.of(), placeholder("body"), null, Map.of());
    }

    /**
     * A request with query parameters.
     *
     * @param params names of the parameters, each with the name of the value that a call gives for it
     */
    public static RequestSpec get(String path, Map<String, String> params) {
        Map<String, String> templates = new LinkedHashMap<>();
        params.forEach((name, value) -> templates.put(name, "${" + value + "}"));
        return new RequestSpec("GET", path, templates, Map.of(), null, null, Map.of());
    }

    /**
     * A SOAP call; each call gives the values of the envelope's placeholders.
     *
     * @param envelope file in the channel's folder, or {@code ${option}} for a file on each worker
     */
    public static RequestSpec soap(String path, String envelope, String action) {
        return new RequestSpec(
                "POST",
                path,
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                Map.of(),
                new SoapSpec(envelope, action),
                RequestSpec.Content.XML);
    }

    private static JsonNode placeholder(String name) {
        return TextNode.valueOf("${" + name + "}");
    }
}
