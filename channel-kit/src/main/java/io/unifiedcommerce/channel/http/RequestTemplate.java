package io.unifiedcommerce.channel.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.channel.template.JsonTemplate;
import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/** A request whose placeholders are compiled. Immutable. */
final class RequestTemplate {
    private final String label;
    private final String method;
    private final TextTemplate path;
    private final Map<String, TextTemplate> params;
    private final Map<String, TextTemplate> headers;
    private final JsonTemplate body;
    private final boolean graphql;

    private RequestTemplate(
            String label, String method, String path, RequestSpec spec, JsonTemplate body, boolean graphql) {
        this.label = label;
        this.method = method;
        this.path = TextTemplate.compile(path);
        this.params = compile(spec.params());
        this.headers = compile(spec.headers());
        this.body = body;
        this.graphql = graphql;
    }

    static RequestTemplate rest(RequestSpec spec) {
        // What follows a question mark may be a page's token or an address: no message needs it.
        String label = spec.method() + " " + spec.path().replaceFirst("\\?.*", "");
        JsonTemplate body = spec.body() == null ? null : JsonTemplate.compile(spec.body());
        return new RequestTemplate(label, spec.method(), spec.path(), spec, body, false);
    }

    static RequestTemplate graphql(RequestSpec spec, String endpointPath, String document) {
        Map<String, JsonTemplate> variables = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> variable : spec.variables().entrySet()) {
            variables.put(variable.getKey(), JsonTemplate.compile(variable.getValue()));
        }
        Map<String, JsonTemplate> body = new LinkedHashMap<>();
        body.put("query", new JsonTemplate.Constant(document));
        body.put("variables", new JsonTemplate.Fields(variables));
        return new RequestTemplate(spec.query(), "POST", endpointPath, spec, new JsonTemplate.Fields(body), true);
    }

    /**
     * Fills in the values.
     *
     * @param baseUrl address without a slash at its end
     * @throws ChannelException.BrokenContract when a value that the request cannot do without is missing
     */
    OutgoingRequest render(HttpUrl baseUrl, Map<String, TextTemplate> commonHeaders, Values values) {
        try {
            Map<String, String> filled = new LinkedHashMap<>();
            fill(commonHeaders, values, filled);
            fill(headers, values, filled);
            byte[] json = body == null
                    ? new byte[0]
                    : RecordJson.write(
                            body.render(values, graphql ? JsonTemplate.Missing.NULL : JsonTemplate.Missing.LEFT_OUT));
            return new OutgoingRequest(label, method, url(baseUrl, values), filled, json, graphql);
        } catch (MissingValueException e) {
            throw new ChannelException.BrokenContract(label + ": " + e.getMessage(), e);
        }
    }

    private HttpUrl url(HttpUrl baseUrl, Values values) {
        String rendered = path.isPlaceholder() ? path.text(values) : path.text(values, this::segment);
        boolean absolute = rendered.startsWith("https://") || rendered.startsWith("http://");
        String slash = rendered.startsWith("/") ? "" : "/";
        HttpUrl url = HttpUrl.parse(absolute ? rendered : trimmed(baseUrl) + slash + rendered);
        if (url == null) {
            throw new ChannelException.BrokenContract(label + ": the filled in path is not an address", null);
        }
        // A link in an answer that leads elsewhere would be sent the store's credentials.
        if (absolute
                && !(url.scheme().equals(baseUrl.scheme())
                        && url.host().equals(baseUrl.host())
                        && url.port() == baseUrl.port())) {
            throw new ChannelException.BrokenContract(label + ": the link leads to another host", null);
        }
        HttpUrl.Builder builder = url.newBuilder();
        params.forEach((name, template) -> {
            String value = template.textOrNull(values);
            if (value != null) {
                builder.addQueryParameter(name, value);
            }
        });
        return builder.build();
    }

    private String segment(String value) {
        // "." and ".." would climb to another resource whatever their encoding; nothing at all would name the whole
        // collection.
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new ChannelException.BrokenContract(
                    label + ": a value for the path is empty or consists of dots", null);
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String trimmed(HttpUrl baseUrl) {
        String text = baseUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static void fill(Map<String, TextTemplate> templates, Values values, Map<String, String> into) {
        templates.forEach((name, template) -> {
            String value = template.textOrNull(values);
            if (value != null) {
                into.put(name, value);
            }
        });
    }

    static Map<String, TextTemplate> compile(Map<String, String> texts) {
        Map<String, TextTemplate> compiled = new LinkedHashMap<>();
        texts.forEach((name, text) -> compiled.put(name, TextTemplate.compile(text)));
        return compiled;
    }
}
