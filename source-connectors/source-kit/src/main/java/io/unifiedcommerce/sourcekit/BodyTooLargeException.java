package io.unifiedcommerce.sourcekit;

/** A request's body is larger than allowed; it was not read to its end. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(int mostBytes) {
        super("the body is larger than " + mostBytes + " bytes", null, false, false);
    }
}
