package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.http.OutgoingRequest.Dialect;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.channel.template.JsonTemplate;
import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import io.unifiedcommerce.channel.xml.SoapMessage;
import io.unifiedcommerce.channel.xml.XmlTemplate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;

/** A request whose placeholders are compiled. Immutable. */
final class RequestTemplate {
    private static final String JSON = "application/json";

    private final String label;
    private final String method;
    private final TextTemplate path;
    private final Map<String, TextTemplate> params;
    private final Map<String, TextTemplate> headers;
    private final Function<Values, byte[]> body;
    private final TextTemplate type;
    private final Dialect dialect;
    private final RequestSpec.Content answer;

    private RequestTemplate(
            String label,
            String method,
            String path,
            RequestSpec spec,
            Map<String, String> headers,
            Function<Values, byte[]> body,
            String type,
            Dialect dialect) {
        this.label = label;
        this.method = method;
        this.path = TextTemplate.compile(path);
        this.params = compile(spec.params());
        this.headers = compile(headers);
        this.body = body;
        this.type = TextTemplate.compile(type);
        this.dialect = dialect;
        this.answer = dialect == Dialect.SOAP ? RequestSpec.Content.XML : spec.answer();
    }

    static RequestTemplate rest(RequestSpec spec) {
        // What follows a question mark may be a page's token or an address: no message needs it.
        String label = spec.method() + " " + spec.path().replaceFirst("\\?.*", "");
        Function<Values, byte[]> body = spec.body() == null
                ? values -> new byte[0]
                : json(JsonTemplate.compile(spec.body()), JsonTemplate.Missing.LEFT_OUT);
        return new RequestTemplate(label, spec.method(), spec.path(), spec, spec.headers(), body, JSON, Dialect.REST);
    }

    static RequestTemplate graphql(RequestSpec spec, String endpointPath, String document) {
        Map<String, JsonTemplate> body = new LinkedHashMap<>();
        body.put("query", new JsonTemplate.Constant(document));
        body.put("variables", new JsonTemplate.Fields(variables(spec)));
        return new RequestTemplate(
                spec.query(),
                "POST",
                endpointPath,
                spec,
                spec.headers(),
                json(new JsonTemplate.Fields(body), JsonTemplate.Missing.NULL),
                JSON,
                Dialect.GRAPHQL);
    }

    /** @throws IllegalArgumentException when the document is no SOAP envelope */
    static RequestTemplate soap(RequestSpec spec, XmlTemplate envelope) {
        String action = spec.soap().action();
        Map<String, String> headers = new LinkedHashMap<>(spec.headers());
        String type;
        if (envelope.namespace().equals(SoapMessage.SOAP_1_1)) {
            type = "text/xml; charset=utf-8";
            headers.put("SOAPAction", "\"" + (action == null ? "" : action) + "\"");
        } else if (envelope.namespace().equals(SoapMessage.SOAP_1_2)) {
            type = "application/soap+xml; charset=utf-8" + (action == null ? "" : "; action=\"" + action + "\"");
        } else {
            throw new IllegalArgumentException(spec.soap().envelope() + ": its root is no SOAP envelope");
        }
        Map<String, JsonTemplate> variables = variables(spec);
        return new RequestTemplate(
                spec.soap().envelope(),
                "POST",
                spec.path(),
                spec,
                headers,
                values -> envelope.render(values.with(filled(variables, values))),
                type,
                Dialect.SOAP);
    }

    private static Map<String, JsonTemplate> variables(RequestSpec spec) {
        Map<String, JsonTemplate> variables = new LinkedHashMap<>();
        spec.variables().forEach((name, template) -> variables.put(name, JsonTemplate.compile(template)));
        return variables;
    }

    private static Map<String, Object> filled(Map<String, JsonTemplate> variables, Values values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        variables.forEach((name, template) -> {
            Object value = template.render(values, JsonTemplate.Missing.LEFT_OUT);
            if (value != null) {
                filled.put(name, value);
            }
        });
        return filled;
    }

    private static Function<Values, byte[]> json(JsonTemplate template, JsonTemplate.Missing missing) {
        return values -> RecordJson.write(template.render(values, missing));
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
            return new OutgoingRequest(
                    label,
                    method,
                    url(baseUrl, values),
                    filled,
                    body.apply(values),
                    MediaType.get(type.text(values)),
                    dialect,
                    answer);
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
