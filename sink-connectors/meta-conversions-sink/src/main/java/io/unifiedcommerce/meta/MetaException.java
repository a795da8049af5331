package io.unifiedcommerce.meta;

/** Why Meta did not take a request. */
sealed class MetaException extends Exception {
    private static final long serialVersionUID = 1;

    private MetaException(String message, Throwable cause) {
        super(message, cause);
    }

    /** It may take the same request later. */
    static final class Temporary extends MetaException {
        private static final long serialVersionUID = 1;

        Temporary(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** At least one event of the request is wrong, and Meta does not say which. */
    static final class Refused extends MetaException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null);
        }
    }

    /** Only an operator can help: token, permission or dataset. */
    static final class Denied extends MetaException {
        private static final long serialVersionUID = 1;

        Denied(String message) {
            super(message, null);
        }
    }
}
