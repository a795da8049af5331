package io.unifiedcommerce.channel.http;

import java.util.Map;
import okhttp3.HttpUrl;

/**
 * A request as it will be sent, but for credentials.
 *
 * @param label method and path template, or the query's file: what messages call the request
 * @param body empty for none
 */
record OutgoingRequest(
        String label, String method, HttpUrl url, Map<String, String> headers, byte[] body, boolean graphql) {

    /** The values that were filled in may be personal data. */
    @Override
    public String toString() {
        return label;
    }
}
