package io.unifiedcommerce.tck.fake.bigcommerce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as BigCommerce writes and reads them, in UTC. */
final class Dates {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** V2 responses. */
    static String v2(Instant instant) {
        return RFC_2822.format(instant);
    }

    /** V3 responses. */
    static String v3(Instant instant) {
        return instant.toString();
    }

    /** Filters of both versions: ISO-8601 with or without time, or RFC 2822. */
    static Instant parse(String field, String value) {
        try {
            if (value.length() == "2026-11-20".length()) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return Character.isDigit(value.charAt(0))
                    ? OffsetDateTime.parse(value).toInstant()
                    : OffsetDateTime.parse(value, RFC_2822).toInstant();
        } catch (DateTimeParseException e) {
            throw new ApiError(400, "The field '" + field + "' is invalid: " + value, field);
        }
    }
}
