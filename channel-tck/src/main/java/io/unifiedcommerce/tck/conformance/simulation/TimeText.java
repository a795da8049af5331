package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.manifest.CursorSpec.TimeFormat;
import io.unifiedcommerce.channel.record.ODataDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Instants as platforms write them, by the names that manifests give the formats. */
public final class TimeText {
    private TimeText() {}

    /** An instant of whole seconds, as a record holds it: a number where the platform counts, a text otherwise. */
    public static Object write(Instant instant, TimeFormat format) {
        return switch (format) {
            case ISO, ISO_SECONDS -> instant.toString();
            case RFC2822 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
            case UTC_TEXT -> instant.toString().replace('T', ' ').replace("Z", "");
            case EPOCH_SECONDS -> instant.getEpochSecond();
            case EPOCH_MILLIS -> instant.toEpochMilli();
            case LOCAL -> instant.toString().replace("Z", "");
            case ODATA -> "/Date(" + instant.toEpochMilli() + ")/";
        };
    }

    /** The instant; empty when it is not written in that format. */
    public static Optional<Instant> read(Object value, TimeFormat format) {
        String text = String.valueOf(value);
        try {
            return Optional.of(
                    switch (format) {
                        case ISO, ISO_SECONDS -> OffsetDateTime.parse(text).toInstant();
                        case RFC2822 -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
                        case UTC_TEXT ->
                            LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
                        case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
                        case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
                        case LOCAL -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
                        case ODATA -> ODataDates.parse(text);
                    });
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
