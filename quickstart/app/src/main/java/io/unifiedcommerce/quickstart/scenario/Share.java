package io.unifiedcommerce.quickstart.scenario;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chance without luck: a text always gets the same number, and many texts spread evenly. */
final class Share {

    private Share() {}

    /**
     * A number from 0 to 99.
     *
     * @param purpose keeps decisions about the same thing independent of each other
     */
    static int of(String purpose, String text) {
        CRC32 hash = new CRC32();
        hash.update((purpose + "|" + text).getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % 100);
    }
}
