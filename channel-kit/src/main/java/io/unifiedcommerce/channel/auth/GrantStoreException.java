package io.unifiedcommerce.channel.auth;

/** The place where tokens are kept cannot be used now; it may pass by itself. The message holds no secret. */
public final class GrantStoreException extends RuntimeException {
    public GrantStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
