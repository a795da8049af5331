package io.unifiedcommerce.channel.auth;

/** A platform gives no token for the configured credentials: an operator must act. The message holds no secret. */
public final class RefusedCredentialsException extends RuntimeException {
    public RefusedCredentialsException(String message) {
        super(message);
    }
}
