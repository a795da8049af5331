package io.unifiedcommerce.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A JSON interface under one base address. Every call ends within its limit, also on a stalled answer. */
final class JsonHttp implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    /** Connect validates a connector for up to 90 s before it answers. */
    private static final Duration LIMIT = Duration.ofSeconds(95);

    private final HttpUrl base;
    private final OkHttpClient client;

    JsonHttp(int port) {
        this.base = HttpUrl.get("http://127.0.0.1:" + port + "/");
        this.client =
                new OkHttpClient.Builder().callTimeout(LIMIT).readTimeout(LIMIT).build();
    }

    String base() {
        return base.toString();
    }

    /**
     * @param path below the base address, without a leading slash, its segments already encoded
     * @throws HttpStatusException for every answer but 2xx
     */
    JsonNode get(String path) throws IOException {
        return call("GET", path, null);
    }

    JsonNode put(String path, JsonNode body) throws IOException {
        return call("PUT", path, body);
    }

    JsonNode post(String path) throws IOException {
        return call("POST", path, MissingNode.getInstance());
    }

    JsonNode delete(String path) throws IOException {
        return call("DELETE", path, null);
    }

    private JsonNode call(String method, String path, JsonNode body) throws IOException {
        RequestBody content =
                body == null ? null : RequestBody.create(body.isMissingNode() ? "" : body.toString(), JSON_TYPE);
        HttpUrl url = base.resolve(path);
        Request request = new Request.Builder().url(url).method(method, content).build();
        try (Response response = client.newCall(request).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new HttpStatusException(method + " " + url, response.code(), text);
            }
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** The other side answered, but not with success. */
    static final class HttpStatusException extends IOException {

        private final int status;

        private HttpStatusException(String call, int status, String body) {
            super(call + " answered " + status + ": " + body);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
