package io.unifiedcommerce.tck.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that a fake received and what it answered.
 *
 * @param at by the clock of the fake
 * @param answer empty when the connection was cut instead
 * @param fault the misbehaviour that it met, if any
 */
public record RecordedCall(Instant at, HttpCall call, Optional<HttpAnswer> answer, Optional<Fault> fault) {
    /** 0 when the connection was cut. */
    public int status() {
        return answer.map(HttpAnswer::status).orElse(0);
    }

    public String requestBody() {
        return call.text();
    }

    public String responseBody() {
        return answer.map(sent -> new String(sent.body(), StandardCharsets.UTF_8))
                .orElse("");
    }

    long size() {
        return call.body().length
                + answer.map(sent -> (long) sent.body().length).orElse(0L);
    }
}
