package io.unifiedcommerce.quickstart.stack;

/** A part of the stack did not start, answer or stop as it must; the message says which and shows its last log lines. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
