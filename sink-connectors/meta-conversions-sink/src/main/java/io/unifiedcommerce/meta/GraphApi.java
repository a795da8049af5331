package io.unifiedcommerce.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Graph API's edge for events. The token goes in the body, where no access log sees it. Calls come from one thread; only
 * {@link #close} may come from another.
 */
final class GraphApi implements ConversionsApi {
    private static final Logger LOG = LoggerFactory.getLogger(GraphApi.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MAX_ANSWER = 1 << 20;
    private static final String AGENT = "unified-commerce-connect";

    private final OkHttpClient client;
    private final HttpUrl url;
    private final MetaSettings settings;

    GraphApi(OkHttpClient client, MetaSettings settings) {
        this.client = client;
        this.settings = settings;
        this.url = settings.apiUrl()
                .newBuilder()
                .addPathSegment(settings.apiVersion())
                .addPathSegment(settings.datasetId())
                .addPathSegment("events")
                .build();
    }

    @Override
    public void send(List<Conversion.Event> events) throws MetaException {
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body(events), JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            JsonNode answer = answer(response);
            if (!response.isSuccessful()) {
                throw GraphError.of(response.code(), answer);
            }
            if (!answer.path("events_received").isNumber()) {
                throw new MetaException.Temporary("status " + response.code() + " without events_received", null);
            }
            int received = answer.path("events_received").asInt();
            if (received != events.size()) {
                LOG.warn(
                        "Meta counted {} of {} events; fbtrace_id {}",
                        received,
                        events.size(),
                        answer.path("fbtrace_id").asText());
            }
        } catch (IOException e) {
            throw new MetaException.Temporary("no answer: " + e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private byte[] body(List<Conversion.Event> events) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", events.stream().map(Conversion.Event::json).toList());
        body.put("partner_agent", AGENT);
        body.put("access_token", settings.accessToken().value());
        if (settings.testEventCode() != null) {
            body.put("test_event_code", settings.testEventCode());
        }
        if (settings.appSecret() != null) {
            body.put("appsecret_proof", proof());
        }
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and lists are always JSON", e);
        }
    }

    /** Shows that whoever has the token has the app's secret too (Graph API, "Secure Graph API Calls"). */
    private String proof() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.appSecret().value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(settings.accessToken().value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** The JSON of the answer; missing where it is none, as pages of proxies are. */
    private static JsonNode answer(Response response) throws IOException {
        String text = response.peekBody(MAX_ANSWER).string();
        try {
            JsonNode answer = MAPPER.readTree(text);
            return answer == null ? MAPPER.missingNode() : answer;
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }
}
