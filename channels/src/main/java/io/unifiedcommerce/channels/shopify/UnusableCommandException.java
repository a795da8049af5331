package io.unifiedcommerce.channels.shopify;

/** A command cannot be turned into a request; the message says what is wrong with it and what to do. */
final class UnusableCommandException extends RuntimeException {
    UnusableCommandException(String message) {
        super(message);
    }
}
