package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Query parameters as values; a value of the wrong kind is the caller's fault. */
final class Params {
    private Params() {}

    static Optional<Long> integer(HttpCall call, String name) {
        return call.param(name).map(value -> toLong(name, value));
    }

    static Optional<Instant> instant(HttpCall call, String name) {
        return call.param(name).map(value -> Dates.parse(name, value));
    }

    /** The parts of a comma-separated list. */
    static Optional<List<String>> texts(HttpCall call, String name) {
        return call.param(name).map(value -> Arrays.asList(value.split(",")));
    }

    static Optional<List<Long>> integers(HttpCall call, String name) {
        return texts(call, name)
                .map(values -> values.stream().map(value -> toLong(name, value)).toList());
    }

    private static long toLong(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new ApiError(422, "The field '" + name + "' must be a whole number, was " + value, name);
        }
    }
}
