package io.unifiedcommerce.interaction.collect;

import io.unifiedcommerce.channel.record.RecordJson;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The answer to one request, with what a browser needs to let a page read it (CORS, fetch.spec.whatwg.org). Given once;
 * safe for use by several threads.
 */
final class Reply {
    /** How long a browser may remember what it asked beforehand; Chromium caps it at two hours. */
    private static final String PREFLIGHT_SECONDS = "7200";

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean given = new AtomicBoolean();

    Reply(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Where the request says it comes from; null when it does not. */
    String origin() {
        return request.getHeaders().get(HttpHeader.ORIGIN);
    }

    /** Lets a page of the request's origin read the answer. */
    void allowOrigin() {
        // Caches must not give one origin's answer to another.
        response.getHeaders().put(HttpHeader.VARY, "Origin");
        if (origin() != null) {
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin());
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeader.RETRY_AFTER.asString());
        }
    }

    void preflight() {
        response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "POST");
        response.getHeaders()
                .put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Content-Encoding, Authorization");
        response.getHeaders().put(HttpHeader.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        status(HttpStatus.NO_CONTENT_204);
    }

    void methodNotAllowed() {
        response.getHeaders().put(HttpHeader.ALLOW, "POST, OPTIONS");
        status(HttpStatus.METHOD_NOT_ALLOWED_405);
    }

    void tooLarge(String reason) {
        // The rest of the body is not read.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        error(HttpStatus.PAYLOAD_TOO_LARGE_413, reason);
    }

    void later(int status, Duration wait) {
        response.getHeaders()
                .put(
                        HttpHeader.RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        status(status);
    }

    /** @param reason for people; holds nothing of the request's body */
    void error(int status, String reason) {
        json(status, Map.of("error", reason));
    }

    void json(int status, Map<String, ?> body) {
        if (given.compareAndSet(false, true)) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap(RecordJson.write(body)), callback);
        }
    }

    void status(int status) {
        if (given.compareAndSet(false, true)) {
            response.setStatus(status);
            callback.succeeded();
        }
    }

    void failed(Throwable failure) {
        if (given.compareAndSet(false, true)) {
            callback.failed(failure);
        }
    }
}
