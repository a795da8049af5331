package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.record.RecordJson;
import java.io.IOException;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * The content of an answer.
 *
 * @param value parsed JSON; null for an empty body
 * @param page whether it is a web page or XML instead: what gateways and maintenance modes answer, with any status
 */
record JsonBody(Object value, boolean page) {

    /**
     * Reads the body while it arrives.
     *
     * @throws BoundedInputStream.TooLargeException when it is larger than allowed, unpacked
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON
     * @throws IOException when the line fails, or what is packed is broken or cut
     */
    static JsonBody read(ResponseBody body, long limit) throws IOException {
        if (body.contentLength() > limit) {
            throw new BoundedInputStream.TooLargeException();
        }
        BufferedSource source = body.source();
        long start = 0;
        while (start < limit
                && source.request(start + 1)
                && Character.isWhitespace(source.getBuffer().getByte(start))) {
            start++;
        }
        if (!source.request(start + 1)) {
            return new JsonBody(null, false);
        }
        if (source.getBuffer().getByte(start) == '<') {
            return new JsonBody(null, true);
        }
        return new JsonBody(RecordJson.read(new BoundedInputStream(source.inputStream(), limit)), false);
    }
}
