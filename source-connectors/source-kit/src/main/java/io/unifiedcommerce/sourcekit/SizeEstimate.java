package io.unifiedcommerce.sourcekit;

import java.util.List;
import java.util.Map;

/**
 * About how many bytes of memory a record takes: enough to bound a buffer, cheap enough for each record. A linked map has a
 * table of at least 16 places beside its entries, so most of a record's memory is not its text.
 */
public final class SizeEstimate {
    private static final int MAP = 136;
    private static final int ENTRY = 40;
    private static final int LIST = 64;
    private static final int TEXT = 48;
    private static final int OTHER = 32;

    private SizeEstimate() {}

    /** The estimate in bytes, of maps, lists and scalars. */
    public static int of(Object value) {
        if (value instanceof Map<?, ?> map) {
            int size = MAP;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                // Keys are shared between the records of a page.
                size += ENTRY + of(entry.getValue());
            }
            return size;
        }
        if (value instanceof List<?> list) {
            int size = LIST;
            for (Object item : list) {
                size += of(item);
            }
            return size;
        }
        return value instanceof String text ? TEXT + text.length() : value == null ? 0 : OTHER;
    }
}
