package io.unifiedcommerce.channel.quota;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the headers that tell of a window. */
final class WindowHeaderReader {
    /** Headers in whole seconds are cut off, not rounded up: the window may last until the next second. */
    private static final Duration CUT_OFF = Duration.ofSeconds(1);

    private final QuotaSpec.WindowHeaders spec;

    /** @param untilReset time from the answer to the latest end of the window */
    record Told(int remaining, int limit, Duration untilReset) {}

    WindowHeaderReader(QuotaSpec.WindowHeaders spec) {
        this.spec = spec;
    }

    Optional<Told> read(Map<String, String> headers, Instant now) {
        OptionalDouble remaining = HeaderNumber.of(headers, spec.remainingHeader());
        OptionalDouble limit = HeaderNumber.of(headers, spec.limitHeader());
        OptionalDouble reset = HeaderNumber.of(headers, spec.resetHeader());
        if (remaining.isEmpty() || limit.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        Duration untilReset = untilReset(reset.getAsDouble(), headers, now);
        return Optional.of(new Told(
                (int) remaining.getAsDouble(),
                (int) limit.getAsDouble(),
                untilReset.isNegative() ? Duration.ZERO : untilReset));
    }

    private Duration untilReset(double reset, Map<String, String> headers, Instant now) {
        return switch (spec.resetUnit()) {
            case MILLISECONDS -> Duration.ofMillis((long) Math.ceil(reset));
            case SECONDS -> Duration.ofMillis((long) Math.ceil(reset * 1000)).plus(CUT_OFF);
            case EPOCH_SECONDS ->
                Duration.between(platformTime(headers, now), Instant.ofEpochSecond((long) reset))
                        .plus(CUT_OFF);
        };
    }

    /** The platform's own clock where the answer tells it: the two clocks may be minutes apart. */
    private static Instant platformTime(Map<String, String> headers, Instant now) {
        try {
            return ZonedDateTime.parse(headers.getOrDefault("date", ""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return now;
        }
    }
}
