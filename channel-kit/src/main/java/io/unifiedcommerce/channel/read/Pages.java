package io.unifiedcommerce.channel.read;

import java.time.Duration;
import java.util.List;

/** The pages of one window, in order. */
interface Pages extends AutoCloseable {

    /** What came of asking for the next page. */
    sealed interface Next {}

    /** @param ended whether no page follows */
    record Got(List<Object> items, boolean ended) implements Next {}

    /** Nothing yet; ask again after the pause. */
    record NotYet(Duration pause) implements Next {}

    /** The window must be read in smaller parts. */
    record TooLarge(String reason) implements Next {}

    /** The next page. After an exception the next call asks for the same page again. */
    Next next();

    /** Where a feed of changes goes on after the pages so far; null where there is none. */
    default String reached() {
        return null;
    }

    /** Whether rows that change while the pages are read can push others past a page's edge, unseen. */
    boolean shiftable();

    @Override
    void close();
}
