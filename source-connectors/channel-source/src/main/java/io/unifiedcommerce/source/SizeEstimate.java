package io.unifiedcommerce.source;

import java.util.List;
import java.util.Map;

/** About how many bytes of memory a record takes: enough to bound a buffer, cheap enough for each record. */
final class SizeEstimate {
    private static final int OBJECT = 32;

    private SizeEstimate() {}

    static int of(Object value) {
        if (value instanceof Map<?, ?> map) {
            int size = OBJECT;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                // Keys are shared between the records of a page.
                size += OBJECT + of(entry.getValue());
            }
            return size;
        }
        if (value instanceof List<?> list) {
            int size = OBJECT;
            for (Object item : list) {
                size += of(item);
            }
            return size;
        }
        return value instanceof String text ? OBJECT + text.length() : OBJECT;
    }
}
