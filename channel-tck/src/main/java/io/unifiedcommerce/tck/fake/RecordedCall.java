package io.unifiedcommerce.tck.fake;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that a fake received and what it answered.
 *
 * @param at by the clock of the fake
 * @param status 0 when the connection was cut instead
 * @param fault the misbehaviour that it met, if any
 */
public record RecordedCall(
        Instant at, HttpCall call, int status, String requestBody, String responseBody, Optional<Fault> fault) {}
