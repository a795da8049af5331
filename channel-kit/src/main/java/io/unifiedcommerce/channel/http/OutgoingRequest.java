package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;

/**
 * A request as it will be sent, but for credentials.
 *
 * @param label method and path template, or the file of the query or envelope: what messages call the request
 * @param body empty for none
 * @param type of the body
 * @param answer what the answer is written in
 */
record OutgoingRequest(
        String label,
        String method,
        HttpUrl url,
        Map<String, String> headers,
        byte[] body,
        MediaType type,
        Dialect dialect,
        RequestSpec.Content answer) {

    /** How an answer tells that a request failed, beside its status. */
    enum Dialect {
        REST,
        GRAPHQL,
        SOAP
    }

    /** The values that were filled in may be personal data. */
    @Override
    public String toString() {
        return label;
    }
}
