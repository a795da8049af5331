package io.unifiedcommerce.interaction.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives browsers the scripts that collect; they are the same for everybody. Other requests are left to who comes next. */
public final class ScriptHandler extends Handler.Abstract.NonBlocking {
    private static final List<String> SCRIPTS = List.of("ucc.js", "bigcommerce.js");

    private final Map<String, byte[]> byPath = new HashMap<>();

    /** @param base what all paths begin with, without a slash at the end */
    public ScriptHandler(String base) {
        for (String name : SCRIPTS) {
            try (InputStream script = ScriptHandler.class.getResourceAsStream(name)) {
                byPath.put(base + "/" + name, script.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read from the plugin's own archive", e);
            }
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] script = byPath.get(Request.getPathInContext(request));
        if (script == null) {
            return false;
        }
        if (!request.getMethod().equals("GET")) {
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED_405);
            callback.succeeded();
            return true;
        }
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/javascript; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=3600");
        // A page with an integrity attribute may read it.
        response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.write(true, ByteBuffer.wrap(script), callback);
        return true;
    }
}
