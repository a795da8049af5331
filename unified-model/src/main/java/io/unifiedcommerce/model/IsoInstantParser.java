package io.unifiedcommerce.model;

/** Reads one ISO 8601 instant from left to right. */
final class IsoInstantParser {

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final CharSequence text;
    private int at;

    IsoInstantParser(CharSequence text) {
        this.text = text;
    }

    long millis() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        expect('T');
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        int second = 0;
        int millisecond = 0;
        if (skip(':')) {
            second = digits(2);
            millisecond = skip('.') ? fraction() : 0;
        }
        int offset = offsetMinutes();
        if (at != text.length()) {
            throw malformed();
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > daysOf(year, month)
                || hour > 23
                || minute > 59
                || second > 59) {
            throw new ModelException("not an instant: there is no such date or time of day");
        }
        long minutes = (IsoInstants.daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset;
        return (minutes * 60 + second) * 1_000 + millisecond;
    }

    private int offsetMinutes() {
        if (skip('Z')) {
            return 0;
        }
        boolean west = skip('-');
        if (!west) {
            expect('+');
        }
        int hours = digits(2);
        int minutes = 0;
        if (at < text.length()) {
            skip(':');
            minutes = digits(2);
        }
        int offset = hours * 60 + minutes;
        if (minutes > 59 || !IsoInstants.offsetExists(offset)) {
            throw new ModelException("not an instant: there is no such offset from UTC");
        }
        return west ? -offset : offset;
    }

    private int fraction() {
        int start = at;
        int millis = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - start < 3) {
                millis = millis * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        int count = at - start;
        if (count == 0) {
            throw malformed();
        }
        return switch (count) {
            case 1 -> millis * 100;
            case 2 -> millis * 10;
            default -> millis;
        };
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            throw malformed();
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(at++);
            if (!isDigit(c)) {
                throw malformed();
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw malformed();
        }
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static ModelException malformed() {
        return new ModelException("not an instant: expected ISO 8601 with a zone, such as 2026-11-20T15:02:11.000Z");
    }
}
