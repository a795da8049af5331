package io.unifiedcommerce.channel.http;

import java.time.Duration;

/**
 * A call to a platform failed. The subclass says whose fault it is and so what a task does: wait, stop the stream, or put the
 * record aside. Messages name the request and what to do; they hold no secret, no body and no personal data.
 */
public abstract sealed class ChannelException extends RuntimeException {

    ChannelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The platform or the line to it failed; the same call may succeed later (429, 5xx, time-outs, maintenance pages). */
    public static final class Transient extends ChannelException {
        private final transient Duration retryAfter;
        private final boolean outcomeUnknown;

        /**
         * @param retryAfter how long the platform asked to wait; null when it did not say
         * @param outcomeUnknown whether the request may have taken effect all the same (sent, no answer)
         */
        public Transient(String message, Duration retryAfter, boolean outcomeUnknown, Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
            this.outcomeUnknown = outcomeUnknown;
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        public boolean outcomeUnknown() {
            return outcomeUnknown;
        }
    }

    /** The credentials are not accepted (401): an operator must act; a task retries slowly. */
    public static final class Unauthorized extends ChannelException {
        public Unauthorized(String message) {
            super(message, null);
        }
    }

    /** The credentials lack a scope (403, ACCESS_DENIED): only the streams or writes that need it are affected. */
    public static final class Forbidden extends ChannelException {
        public Forbidden(String message) {
            super(message, null);
        }
    }

    /** The platform understood and refused the request's data (400, 404, 409, 422): retrying the same is pointless. */
    public static final class Rejected extends ChannelException {
        private final int status;
        private final transient Object body;

        /** @param body the parsed answer, for strategies that read which row was at fault; null when there is none */
        public Rejected(String message, int status, Object body) {
            super(message, null);
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public Object body() {
            return body;
        }
    }

    /** The answer is not what the contract promises (not JSON, a page without records, a warning that a filter was ignored). */
    public static final class BrokenContract extends ChannelException {
        public BrokenContract(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The client was closed while the call was under way. */
    public static final class Closed extends ChannelException {
        public Closed(String message) {
            super(message, null);
        }
    }
}
