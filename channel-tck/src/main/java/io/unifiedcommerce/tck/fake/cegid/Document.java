package io.unifiedcommerce.tck.fake.cegid;

import java.time.LocalDate;
import java.util.Map;

/**
 * A sale document.
 *
 * @param header as listings show it
 * @param whole as it is read by its key
 */
record Document(
        String type, String stump, long number, LocalDate day, Map<String, Object> header, Map<String, Object> whole) {}
