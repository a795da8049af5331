package io.unifiedcommerce.channel.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants in the JSON of OData 2: {@code /Date(1770797645000)/}, milliseconds since 1970 in UTC. */
public final class ODataDates {
    // A number of minutes behind it tells the offset of the clock they were read from; the milliseconds are UTC all the
    // same.
    private static final Pattern DATE = Pattern.compile("/Date\\((-?\\d{1,18})(?:[+-]\\d{1,4})?\\)/");

    private ODataDates() {}

    /** @throws DateTimeException when it is none */
    public static Instant parse(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("not a date of OData 2");
        }
        return Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
    }
}
