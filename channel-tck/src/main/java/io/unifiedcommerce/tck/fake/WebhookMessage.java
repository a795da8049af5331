package io.unifiedcommerce.tck.fake;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A webhook to be sent.
 *
 * @param subscription who wants it, as the platform names it
 * @param body made on the sending thread
 * @param headers made from the body anew for each attempt; see {@link Signing}
 */
public record WebhookMessage(
        String subscription,
        String topic,
        URI destination,
        Supplier<byte[]> body,
        Function<Signing, Map<String, String>> headers) {
    /** What the headers of one attempt are made from; {@code wrong} asks for a signature with another secret. */
    public record Signing(byte[] body, boolean wrong) {}
}
