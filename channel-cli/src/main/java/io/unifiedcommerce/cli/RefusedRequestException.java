package io.unifiedcommerce.cli;

/** A request is not sent, because a trial must not send it. */
final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedRequestException(String message) {
        super(message);
    }
}
