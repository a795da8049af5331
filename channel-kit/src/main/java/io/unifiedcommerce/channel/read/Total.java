package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.record.Path;
import java.math.BigDecimal;

/** The number of all records of a listing, where its answers tell it. */
record Total(Path path) {

    /** @param path null when it is not told */
    static Total at(String path) {
        return new Total(path == null ? null : Path.parse(path));
    }

    /**
     * Whether no page follows.
     *
     * @param pages how many pages were read, this one included
     */
    boolean reached(Page page, long pages, int size) {
        Object told = path == null ? null : path.get(page.answer().body());
        return told instanceof Number
                && new BigDecimal(told.toString()).compareTo(BigDecimal.valueOf(pages * size)) <= 0;
    }
}
