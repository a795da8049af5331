package io.unifiedcommerce.model;

import java.time.Instant;

/**
 * Instants of the model as text: ISO 8601, UTC, milliseconds, such as {@code 2026-11-20T15:02:11.000Z}; years 0000 to
 * 9999. Written by hand because {@code OffsetDateTime.parse} takes twenty times as long.
 */
public final class IsoInstants {

    /** Characters of a written instant. */
    static final int LENGTH = 24;

    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final long EARLIEST = -62_167_219_200_000L;
    private static final long LATEST = 253_402_300_799_999L;
    private static final int MAX_OFFSET_MINUTES = 18 * 60;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_BEFORE_1970 = 719_468;

    private IsoInstants() {}

    /**
     * Reads {@code YYYY-MM-DDThh:mm[:ss[.f]]} with {@code Z} or an offset {@code ±hh[:mm]}; digits after the
     * millisecond are dropped.
     *
     * @throws ModelException if it is anything else, has no zone, or names a time that does not exist
     */
    public static Instant parse(CharSequence text) {
        return Instant.ofEpochMilli(parseMillis(text));
    }

    /** As {@link #parse}, in milliseconds since 1970-01-01T00:00Z. */
    public static long parseMillis(CharSequence text) {
        long millis = new IsoInstantParser(text).millis();
        requireInRange(millis);
        return millis;
    }

    /** The instant {@code epochMillis} after 1970-01-01T00:00Z; throws {@link ModelException} outside 0000 to 9999. */
    static Instant ofMillis(long epochMillis) {
        requireInRange(epochMillis);
        return Instant.ofEpochMilli(epochMillis);
    }

    /** Milliseconds since 1970, cut; throws {@link ModelException} outside the years 0000 to 9999. */
    static long millis(Instant instant) {
        // Before toEpochMilli, which overflows.
        if (instant.getEpochSecond() < EARLIEST / 1_000 || instant.getEpochSecond() > LATEST / 1_000) {
            throw outOfRange();
        }
        return instant.toEpochMilli();
    }

    /** Writes {@code instant}, cut to the millisecond; throws {@link ModelException} outside the years 0000 to 9999. */
    public static String format(Instant instant) {
        char[] text = new char[LENGTH];
        write(millis(instant), text);
        return new String(text);
    }

    /** Writes {@code epochMillis} into the first {@link #LENGTH} places of {@code text}. */
    static void write(long epochMillis, char[] text) {
        requireInRange(epochMillis);
        long days = Math.floorDiv(epochMillis, MILLIS_PER_DAY);
        int ofDay = (int) (epochMillis - days * MILLIS_PER_DAY);
        writeDate((int) days, text);
        text[10] = 'T';
        digits(text, 11, 2, ofDay / 3_600_000);
        text[13] = ':';
        digits(text, 14, 2, ofDay / 60_000 % 60);
        text[16] = ':';
        digits(text, 17, 2, ofDay / 1_000 % 60);
        text[19] = '.';
        digits(text, 20, 3, ofDay % 1_000);
        text[23] = 'Z';
    }

    static long daysSince1970(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_1970;
    }

    static boolean offsetExists(int minutes) {
        return Math.abs(minutes) <= MAX_OFFSET_MINUTES;
    }

    private static void requireInRange(long epochMillis) {
        if (epochMillis < EARLIEST || epochMillis > LATEST) {
            throw outOfRange();
        }
    }

    private static ModelException outOfRange() {
        return new ModelException("instant outside the years 0000 to 9999");
    }

    /** Years begin in March and are counted in eras of 400: the leap day comes last and every era is equally long. */
    private static void writeDate(int daysSince1970, char[] text) {
        int days = daysSince1970 + DAYS_BEFORE_1970;
        int era = Math.floorDiv(days, DAYS_PER_ERA);
        int dayOfEra = days - era * DAYS_PER_ERA;
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        digits(text, 0, 4, yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
        text[4] = '-';
        digits(text, 5, 2, month);
        text[7] = '-';
        digits(text, 8, 2, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    }

    private static void digits(char[] text, int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
