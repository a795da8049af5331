package io.unifiedcommerce.channel.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How long a platform asks to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** BigCommerce sends the second one, sometimes beside the first; the longer wait counts. */
    private static final List<String> HEADERS = List.of("retry-after", "x-retry-after");

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time to wait; null when the platform does not say. */
    static Duration in(Map<String, String> headers, Instant now) {
        return HEADERS.stream()
                .map(headers::get)
                .filter(Objects::nonNull)
                .map(text -> parse(text.strip(), headers, now))
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(null);
    }

    private static Duration parse(String text, Map<String, String> headers, Instant now) {
        // Some platforms write seconds with a fraction.
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            Duration wait = Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000));
            return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        }
        Instant until = date(text, null);
        if (until == null) {
            return null;
        }
        // Measured by the platform's own clock where it tells it: ours may be minutes off.
        Duration wait = Duration.between(date(headers.get("date"), now), until);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static Instant date(String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
