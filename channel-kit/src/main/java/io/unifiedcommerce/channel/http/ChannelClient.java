package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/**
 * Calls one store of one platform. A call waits for quota, adds credentials, retries what may pass by itself for a bounded
 * time, and returns the parsed answer. It blocks, so a task calls it from a thread of its own, never from {@code poll()} or
 * {@code put()}; {@link #close()} ends waits and requests in flight at once. Safe for use by several threads.
 */
public interface ChannelClient extends AutoCloseable {

    /**
     * Fills in a request template and sends it.
     *
     * @param values values of placeholders by name, such as {@code window.from}; a dotted name is first looked up whole, then
     *     as a path from its first part ({@code record.id}); options need not be given
     * @throws ChannelException see its subclasses; an interrupted or closed call is a {@link ChannelException.Closed}
     */
    Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose);

    /**
     * Opens a file that the platform prepared and gave an address for, such as the result of a bulk job. The address carries
     * its own signature, so the call adds no credentials and spends no quota; the address must not be logged. The body is
     * streamed: the caller reads it within a bounded time and closes it.
     *
     * @throws ChannelException as {@link #call}; reading the stream throws {@link java.io.IOException} when the line fails
     */
    InputStream download(URI file);

    /**
     * Opens a large answer of the platform's API, such as a file that it prepared, as a stream. Credentials and quota are those
     * of {@link #call}. The caller reads it within a bounded time and closes it.
     *
     * @throws ChannelException as {@link #call}; reading the stream throws {@link java.io.IOException} when the line fails
     */
    default InputStream open(RequestSpec request, Map<String, ?> values) {
        throw new UnsupportedOperationException("this client opens no large answers");
    }

    /** Reads leave the quota's reserve untouched; writes and credential checks may use it. */
    enum Purpose {
        READ,
        WRITE
    }

    /** Share of the platform's allowance that is left, 0 to 1; 1 before the first answer. */
    double quotaHeadroom();

    @Override
    void close();
}
