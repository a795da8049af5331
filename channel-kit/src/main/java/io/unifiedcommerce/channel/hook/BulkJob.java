package io.unifiedcommerce.channel.hook;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads a window of history by a job on the platform's side instead of page by page. Implementations are stateless and found
 * through ServiceLoader by their short name, which a manifest's {@code hook} gives.
 */
public interface BulkJob {

    /** The short name, such as {@code shopify-bulk}. */
    String name();

    /** Prepares the reading of one window; the first {@link Run#next()} makes the first request. */
    Run open(Order order);

    /**
     * What is to be read.
     *
     * @param read how the manifest describes the job
     * @param values placeholders of the window, such as {@code window.from}, written as the manifest's request format says
     */
    record Order(
            ChannelClient client,
            ChannelFolder folder,
            StreamSpec.ReadSpec read,
            Map<String, Object> values,
            Clock clock) {}

    /** One window being read, by one thread. */
    interface Run extends AutoCloseable {

        /**
         * Goes one step further. After a {@link io.unifiedcommerce.channel.http.ChannelException} the next call tries the same
         * step again; no row is given twice and none is left out.
         */
        Step next();

        @Override
        void close();
    }

    /** What came of a step. */
    sealed interface Step {}

    /** The platform is at work; other streams can be read meanwhile. */
    record Waiting(Duration pause) implements Step {}

    /** Some records of the window, in the shape in which the stream's listing has them. */
    record Rows(List<Object> records) implements Step {}

    /**
     * All records of the window have been given, and their count is what the platform announced.
     *
     * @param token where the platform's feed of changes goes on after them; null where there is no feed
     */
    record Done(String token) implements Step {

        /** Without a feed. */
        public Done() {
            this(null);
        }
    }

    /** The window is too large for the platform, or for memory: nothing is lost when it is read in halves. */
    record TooLarge(String reason) implements Step {}
}
