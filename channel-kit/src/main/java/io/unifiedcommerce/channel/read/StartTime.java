package io.unifiedcommerce.channel.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where reading begins when no offset is stored.
 *
 * @param kind the beginning of all records, the moment of the first start, or an instant
 * @param instant null unless it is an instant
 */
public record StartTime(Kind kind, Instant instant) {

    /** Kinds of start. */
    public enum Kind {
        BEGINNING,
        NOW,
        AT
    }

    public static final StartTime BEGINNING = new StartTime(Kind.BEGINNING, null);
    public static final StartTime NOW = new StartTime(Kind.NOW, null);

    /**
     * Reads {@code beginning}, {@code now}, an instant, or a date (its first moment in UTC).
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static StartTime parse(String text) {
        String trimmed = text.trim();
        if (trimmed.equals("beginning")) {
            return BEGINNING;
        }
        if (trimmed.equals("now")) {
            return NOW;
        }
        try {
            return new StartTime(
                    Kind.AT,
                    trimmed.length() == 10
                            ? LocalDate.parse(trimmed)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                            : Instant.parse(trimmed));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected beginning, now, a date such as 2026-01-31, or an instant such as 2026-01-31T00:00:00Z",
                    e);
        }
    }
}
