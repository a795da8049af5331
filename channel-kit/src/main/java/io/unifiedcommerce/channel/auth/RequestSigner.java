package io.unifiedcommerce.channel.auth;

import java.time.Clock;
import java.util.Map;

/** Adds credentials to the requests of one store. Safe for use by several threads. */
public interface RequestSigner {

    /**
     * The headers that prove who sends the request, by name. May fetch a token, and so block.
     *
     * @throws RefusedCredentialsException when the platform gives no token for the credentials
     */
    Map<String, String> headersFor(UnsignedRequest request);

    /**
     * The platform answered 401 to these headers.
     *
     * @return whether signing the request again may help, because a token can be renewed or was in the meantime
     */
    default boolean refused(Map<String, String> headers) {
        return false;
    }

    /**
     * A request as it will be sent.
     *
     * @param url the whole address in its encoded form
     * @param body the exact bytes; empty for none
     */
    record UnsignedRequest(String method, String url, byte[] body) {}

    /** Makes a signer that a manifest names ({@code kind: hook}); found by ServiceLoader, stateless. */
    interface Factory {

        /** The short name, such as {@code oauth1}. */
        String name();

        /**
         * Makes the signer of one store.
         *
         * @param parameters as the manifest gives them, with option values filled in; may hold secrets
         * @throws IllegalArgumentException when one is missing or wrong
         */
        RequestSigner create(Map<String, String> parameters, TokenEndpoint tokens, Clock clock);
    }
}
