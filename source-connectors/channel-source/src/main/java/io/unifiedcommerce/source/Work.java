package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.sourcekit.Incident;
import java.time.Instant;

/** Something that the reading thread does again and again. */
interface Work {

    /** When it has something to do. */
    Instant due();

    /**
     * Does one turn of it: a window, where there are windows.
     *
     * @throws ChannelException when it cannot be done now; the next turn goes on at the same place
     */
    void run() throws InterruptedException;

    /** Its failures so far. */
    Incident incident();

    /** Counts its failures and successes. */
    StreamMeter meter();

    /** Gives back what it holds open. */
    void close();
}
