package io.unifiedcommerce.tck.fake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;

/** Reads a request, lets the faults have their way, and writes the platform's answer. */
final class FakeHandler extends Handler.Abstract {
    private static final HttpAnswer MAINTENANCE = HttpAnswer.text(
            200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body><h1>Back soon</h1></body></html>");

    private final FakePlatform platform;

    FakeHandler(FakePlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpCall call = read(request);
        Optional<Fault> fault = platform.faults().draw(call);
        Optional<HttpAnswer> answer = answer(call, fault.orElse(null));
        record(call, answer, fault);
        platform.faults().answered(call);
        if (answer.isEmpty()) {
            cut(request, callback);
        } else if (fault.orElse(null) instanceof Fault.HalfBody) {
            writeHalf(request, response, answer.get(), callback);
        } else if (fault.orElse(null) instanceof Fault.Slow slow) {
            request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> write(response, answer.get(), callback),
                            slow.delay().toMillis(),
                            TimeUnit.MILLISECONDS);
        } else {
            write(response, answer.get(), callback);
        }
        return true;
    }

    private Optional<HttpAnswer> answer(HttpCall call, Fault fault) {
        if (fault instanceof Fault.Cut cut && !cut.carriedOut()) {
            return Optional.empty();
        }
        if (fault instanceof Fault.MaintenancePage) {
            return Optional.of(MAINTENANCE);
        }
        if (fault instanceof Fault.TooManyRequests
                || fault instanceof Fault.ServerError
                || fault instanceof Fault.WrongToken
                || fault instanceof Fault.Forbidden) {
            return Optional.of(platform.refuse(fault));
        }
        HttpAnswer answer = platform.answer(call);
        if (fault instanceof Fault.NotPacked) {
            return Optional.of(answer.with("Content-Encoding", "gzip"));
        }
        return fault instanceof Fault.Cut ? Optional.empty() : Optional.of(answer);
    }

    private static HttpCall read(Request request) throws IOException {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValues());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
        // Jetty tidies the path, but leaves some of its escapes.
        String path = URIUtil.decodePath(Request.getPathInContext(request));
        return new HttpCall(request.getMethod(), path, query, headers, body);
    }

    private void record(HttpCall call, Optional<HttpAnswer> answer, Optional<Fault> fault) {
        platform.requests().add(new RecordedCall(platform.clock().instant(), call, answer, fault));
    }

    private static void write(Response response, HttpAnswer answer, Callback callback) {
        head(response, answer);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static void writeHalf(Request request, Response response, HttpAnswer answer, Callback callback) {
        head(response, answer);
        ByteBuffer half = ByteBuffer.wrap(answer.body(), 0, answer.body().length / 2);
        response.write(false, half, Callback.from(() -> cut(request, callback)));
    }

    private static void head(Response response, HttpAnswer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (answer.status() != 204) {
            response.getHeaders().put("Content-Length", answer.body().length);
        }
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("cut on demand"));
    }
}
