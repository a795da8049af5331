package io.unifiedcommerce.quickstart.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.quickstart.stack.StackException;
import java.io.IOException;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The call of a platform's API that makes a webhook.
 *
 * @param headers the access token among them
 */
record WebhookApi(String url, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * Asks for one.
     *
     * @throws StackException when the platform refuses
     */
    JsonNode create(JsonNode hook) {
        Request request = new Request.Builder()
                .url(url)
                .headers(Headers.of(headers))
                .post(RequestBody.create(hook.toString(), JSON_TYPE))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new StackException("A platform refused a webhook: " + response.code() + " " + text);
            }
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new StackException("A platform did not take a webhook", e);
        }
    }
}
