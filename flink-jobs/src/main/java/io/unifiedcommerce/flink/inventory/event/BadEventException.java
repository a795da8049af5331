package io.unifiedcommerce.flink.inventory.event;

/** An event cannot be used; a repetition cannot help. The message names the field and what to do. */
public final class BadEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadEventException(String message) {
        super(message);
    }

    BadEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
