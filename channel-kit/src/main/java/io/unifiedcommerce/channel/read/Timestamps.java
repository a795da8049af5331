package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.CursorSpec.TimeFormat;
import io.unifiedcommerce.channel.record.ODataDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as a platform's requests and records write them. */
final class Timestamps {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter UTC_TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter LOCAL_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Timestamps() {}

    /**
     * An instant for a request.
     *
     * @param zone for formats that do not name one
     */
    static String write(Instant instant, TimeFormat format, ZoneId zone) {
        return switch (format) {
            case ISO -> MILLISECONDS.format(instant);
            case ISO_SECONDS -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
            case RFC2822 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
            case UTC_TEXT -> UTC_TEXT.format(instant.atOffset(ZoneOffset.UTC));
            case EPOCH_SECONDS -> Long.toString(instant.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(instant.toEpochMilli());
            case LOCAL -> LOCAL_SECONDS.format(instant.atZone(zone));
            case ODATA -> "/Date(" + instant.toEpochMilli() + ")/";
        };
    }

    /** The instant in a record; null when there is none or it is not written as promised. */
    static Instant read(Object value, TimeFormat format) {
        if (value == null) {
            return null;
        }
        String text = value.toString().trim();
        try {
            return switch (format) {
                case ISO, ISO_SECONDS -> OffsetDateTime.parse(text).toInstant();
                case RFC2822 -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
                case UTC_TEXT -> LocalDateTime.parse(text, UTC_TEXT).toInstant(ZoneOffset.UTC);
                case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
                case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
                case LOCAL -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
                case ODATA -> ODataDates.parse(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            // The mapping reports the field with its path; here it only costs the record its place in time.
            return null;
        }
    }
}
