package io.unifiedcommerce.tck.fake;

import java.time.Duration;

/** One way to misbehave towards a request. */
public sealed interface Fault {
    /**
     * HTTP 429 before the request is looked at.
     *
     * @param retryAfter null for no such header
     * @param quotaHeaders whether the platform's own quota headers are there
     */
    record TooManyRequests(Duration retryAfter, boolean quotaHeaders) implements Fault {}

    /** A 5xx answer; the request was not carried out. */
    record ServerError(int status) implements Fault {}

    /** An HTML page with status 200, as proxies show during maintenance. */
    record MaintenancePage() implements Fault {}

    /** The right answer, this much later in real time. */
    record Slow(Duration delay) implements Fault {}

    /** The connection ends without an answer. {@code carriedOut} says whether the request took effect before that. */
    record Cut(boolean carriedOut) implements Fault {}

    /** The request is carried out, but only half of the answer's body arrives. */
    record HalfBody() implements Fault {}

    /** The request is carried out, but the answer claims to be packed by gzip and is not. */
    record NotPacked() implements Fault {}

    /** The token is refused as if it were wrong. */
    record WrongToken() implements Fault {}

    /** HTTP 403 whatever the token may do. */
    record Forbidden() implements Fault {}
}
