package io.unifiedcommerce.channel.mapping;

import io.unifiedcommerce.channel.record.ODataDates;
import io.unifiedcommerce.model.IsoInstants;
import io.unifiedcommerce.model.ModelException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Reads the ways in which platforms write an instant. */
public enum Instants {
    ISO {
        @Override
        Instant parse(Object value) {
            return IsoInstants.parse(value.toString());
        }
    },
    RFC2822 {
        @Override
        Instant parse(Object value) {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.toString()));
        }
    },
    EPOCH_SECONDS {
        @Override
        Instant parse(Object value) {
            return Instant.ofEpochSecond(Numbers.wholeNumber(value));
        }
    },
    EPOCH_MILLIS {
        @Override
        Instant parse(Object value) {
            return Instant.ofEpochMilli(Numbers.wholeNumber(value));
        }
    },
    EPOCH_MICROS {
        @Override
        Instant parse(Object value) {
            long micros = Numbers.wholeNumber(value);
            return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
        }
    },
    ODATA {
        @Override
        Instant parse(Object value) {
            return ODataDates.parse(value.toString());
        }
    };

    /** Before this no shop kept records by computer; platforms use year 0 or 1 for "never". */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    abstract Instant parse(Object value);

    /** The instant, when the value is one; a Date or Instant is taken as it is, whatever the format. */
    public Instant read(Object value) {
        try {
            Instant instant =
                    value instanceof Instant i ? i : value instanceof Date date ? date.toInstant() : parse(value);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException | ModelException e) {
            // reported below, as a shape
        }
        throw new ValueFault("not an instant (" + name().toLowerCase(Locale.ROOT) + ")", value);
    }

    /** A local date and time in a zone; the earlier offset where clocks are set back. */
    static Instant local(Object value, ZoneId zone) {
        try {
            if (value instanceof Long || value instanceof Integer) {
                // Debezium writes a timestamp without zone as microseconds of its local reading.
                Instant reading = EPOCH_MICROS.read(value);
                return LocalDateTime.ofInstant(reading, ZoneOffset.UTC)
                        .atZone(zone)
                        .toInstant();
            }
            return LocalDateTime.parse(value.toString().trim().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new ValueFault("not a local date and time", value);
        }
    }
}
