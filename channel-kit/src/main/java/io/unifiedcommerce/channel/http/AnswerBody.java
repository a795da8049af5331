package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.channel.xml.SoapMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * The content of an answer.
 *
 * @param value parsed; null for an empty body
 * @param page whether it is a web page, or XML where JSON is expected: what gateways and maintenance modes answer, with any
 *     status
 */
record AnswerBody(Object value, boolean page) {
    private static final int ENOUGH_TO_KNOW_A_PAGE = 64;
    private static final Pattern PAGE = Pattern.compile("<!doctype\\s+html|<html[\\s>]");

    /**
     * Reads the body while it arrives.
     *
     * @throws BoundedInputStream.TooLargeException when it is larger than allowed, unpacked
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON
     * @throws io.unifiedcommerce.channel.xml.MalformedXmlException when it is not XML
     * @throws IOException when the line fails, or what is packed is broken or cut
     */
    static AnswerBody read(ResponseBody body, long limit, RequestSpec.Content content) throws IOException {
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
            return new AnswerBody(null, false);
        }
        boolean tag = source.getBuffer().getByte(start) == '<';
        if (tag && (content == RequestSpec.Content.JSON || isPage(source, start))) {
            return new AnswerBody(null, true);
        }
        if (content == RequestSpec.Content.XML) {
            // No blank may stand before an XML declaration, but some gateways send one.
            source.skip(start);
        }
        InputStream bounded = new BoundedInputStream(source.inputStream(), limit);
        return new AnswerBody(
                content == RequestSpec.Content.JSON ? RecordJson.read(bounded) : SoapMessage.body(bounded), false);
    }

    private static boolean isPage(BufferedSource source, long start) throws IOException {
        source.request(start + ENOUGH_TO_KNOW_A_PAGE);
        long length = Math.min(source.getBuffer().size() - start, ENOUGH_TO_KNOW_A_PAGE);
        String head = source.getBuffer()
                .snapshot((int) (start + length))
                .substring((int) start)
                .string(StandardCharsets.US_ASCII);
        return PAGE.matcher(head.toLowerCase(Locale.ROOT)).lookingAt();
    }
}
