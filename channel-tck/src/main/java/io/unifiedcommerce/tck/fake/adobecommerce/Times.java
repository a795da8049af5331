package io.unifiedcommerce.tck.fake.adobecommerce;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Magento writes them: UTC, without saying so. */
final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Times() {}

    static String write(Instant instant) {
        return FORMAT.format(instant);
    }
}
