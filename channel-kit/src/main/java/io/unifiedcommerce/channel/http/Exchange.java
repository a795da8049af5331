package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends single requests and reads their answers; judges nothing but the line. */
final class Exchange {
    private static final long REFUSAL_LIMIT = 1 << 20;

    private final OkHttpClient reads;
    private final OkHttpClient writes;
    private final OkHttpClient files;
    private final String userAgent;
    private final long bodyLimit;
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param bodyLimit most bytes of an answer, unpacked */
    Exchange(TransportSettings settings, long bodyLimit) {
        this.reads = HttpStack.client(settings);
        // OkHttp sends a request again when a pooled connection turns out dead, even if it was sent in full. A write
        // must not happen twice unknown to its strategy.
        this.writes = reads.newBuilder().retryOnConnectionFailure(false).build();
        // How long a file takes is its reader's business; silence still ends by the read timeout.
        this.files = reads.newBuilder()
                .callTimeout(Duration.ZERO)
                .followRedirects(true)
                .build();
        this.userAgent = settings.userAgent();
        this.bodyLimit = bodyLimit;
    }

    /** An answer with any status. */
    record Reply(int status, Map<String, String> headers, Object body, boolean page) {

        boolean successful() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Sends a request and reads the answer to its end.
     *
     * @param write whether the request must not be repeated unless it surely had no effect
     * @throws ChannelException when there is no whole answer, or a successful one is not what it should be
     */
    Reply send(OutgoingRequest request, Map<String, String> credentials, boolean write) {
        HttpStack.Departure departure = new HttpStack.Departure();
        Request built = request(request, credentials, departure);
        return answer((write ? writes : reads).newCall(built), request.label(), departure, write, request.answer());
    }

    private Request request(OutgoingRequest request, Map<String, String> credentials, HttpStack.Departure departure) {
        Request.Builder builder = new Request.Builder().url(request.url()).tag(HttpStack.Departure.class, departure);
        header(builder, "User-Agent", userAgent);
        request.headers().forEach((name, value) -> header(builder, name, value));
        credentials.forEach((name, value) -> header(builder, name, value));
        boolean bodiless =
                request.body().length == 0 && !Set.of("POST", "PUT", "PATCH").contains(request.method());
        return builder.method(request.method(), bodiless ? null : RequestBody.create(request.body(), request.type()))
                .build();
    }

    /** Sends a request of the transport's own, which may be repeated. */
    Reply send(String label, Request.Builder request) {
        header(request, "User-Agent", userAgent);
        return answer(
                reads.newCall(request.build()), label, new HttpStack.Departure(), false, RequestSpec.Content.JSON);
    }

    private Reply answer(
            Call call, String label, HttpStack.Departure departure, boolean write, RequestSpec.Content content) {
        register(call);
        try (Response response = execute(call)) {
            return reply(response, content);
        } catch (IOException e) {
            throw LineFailure.of(label, e, closed, write && departure.departed(), bodyLimit);
        } finally {
            open.remove(call);
        }
    }

    private static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // OkHttp is written in Kotlin and lets an InterruptedException of its connecting threads through
            // undeclared.
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }

    private Reply reply(Response response, RequestSpec.Content content) throws IOException {
        Map<String, String> headers = headers(response.headers());
        if (response.isSuccessful()) {
            AnswerBody body = AnswerBody.read(response.body(), bodyLimit, content);
            return new Reply(response.code(), headers, body.value(), body.page());
        }
        AnswerBody body;
        try {
            body = AnswerBody.read(response.body(), REFUSAL_LIMIT, content);
        } catch (IOException e) {
            // The status says what matters; what else the platform meant to say only helps to find a faulty row.
            body = new AnswerBody(null, false);
        }
        return new Reply(response.code(), headers, body.value(), body.page());
    }

    /**
     * Opens a file without credentials. The caller closes the stream.
     *
     * @throws ChannelException.Transient when the line or the storage fails
     * @throws ChannelException.Rejected when the address is no longer good
     */
    InputStream open(URI file) {
        String label = "download of a prepared file";
        Request.Builder request = new Request.Builder().url(file.toString());
        header(request, "User-Agent", userAgent);
        Call call = files.newCall(request.build());
        Response response = answered(call, label);
        if (!response.isSuccessful()) {
            response.close();
            open.remove(call);
            throw Verdict.ofFile(label, response.code());
        }
        return streamed(call, response);
    }

    /**
     * An answer whose body is not read yet.
     *
     * @param refusal the whole answer when it is none that can be streamed; then there is no body
     * @param body the caller closes it
     */
    record Opened(Reply refusal, Map<String, String> headers, InputStream body) {}

    /** Sends a request that reads, and leaves the answer's body to the caller. */
    Opened open(OutgoingRequest request, Map<String, String> credentials) {
        Call call = files.newCall(request(request, credentials, new HttpStack.Departure()));
        Response response = answered(call, request.label());
        if (response.isSuccessful() && !isPage(response)) {
            return new Opened(null, headers(response.headers()), streamed(call, response));
        }
        try (response) {
            Reply refusal = reply(response, request.answer());
            return new Opened(refusal, refusal.headers(), null);
        } catch (IOException e) {
            throw LineFailure.of(request.label(), e, closed, false, bodyLimit);
        } finally {
            open.remove(call);
        }
    }

    private static boolean isPage(Response response) {
        return response.header("Content-Type", "").startsWith("text/html");
    }

    private Response answered(Call call, String label) {
        register(call);
        try {
            return execute(call);
        } catch (IOException e) {
            open.remove(call);
            throw LineFailure.of(label, e, closed, false, bodyLimit);
        }
    }

    private InputStream streamed(Call call, Response response) {
        return new FilterInputStream(response.body().byteStream()) {
            @Override
            public void close() throws IOException {
                open.remove(call);
                super.close();
            }
        };
    }

    /** Ends all requests under way, and those that begin later. */
    void close() {
        closed = true;
        open.forEach(Call::cancel);
        reads.connectionPool().evictAll();
    }

    private void register(Call call) {
        open.add(call);
        // close() may have looked before the call was there.
        if (closed) {
            call.cancel();
        }
    }

    private static void header(Request.Builder request, String name, String value) {
        try {
            // A secret read from a file often ends with the file's line break.
            request.header(name, value.strip());
        } catch (IllegalArgumentException e) {
            // Not the cause: its message holds the value, which may be a token.
            throw new ChannelException.BrokenContract(
                    "the value of header " + name + " has characters that no header can carry", null);
        }
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> first = new LinkedHashMap<>();
        headers.forEach(pair -> first.putIfAbsent(pair.getFirst().toLowerCase(Locale.ROOT), pair.getSecond()));
        return first;
    }
}
