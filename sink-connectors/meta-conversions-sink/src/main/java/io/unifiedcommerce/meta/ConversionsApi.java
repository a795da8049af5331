package io.unifiedcommerce.meta;

import java.util.List;

/** Meta's side of the line. */
interface ConversionsApi extends AutoCloseable {

    /**
     * Sends one request. All of its events are taken, or none.
     *
     * @throws MetaException when none was taken
     */
    void send(List<Conversion.Event> events) throws MetaException;

    /** Ends a request under way. */
    @Override
    void close();
}
