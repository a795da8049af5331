package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.channel.http.ChannelClient;
import java.time.Clock;
import java.util.Map;

/**
 * What a writer works with.
 *
 * @param instance name of the store, as records carry it
 * @param client calls the store; the caller closes it
 * @param clock this machine's
 * @param options option values by configuration key; may hold secrets, so this record has no text form
 */
public record WriteContext(String instance, ChannelClient client, Clock clock, Map<String, String> options) {

    /** For writers that need no options. */
    public WriteContext(String instance, ChannelClient client, Clock clock) {
        this(instance, client, clock, Map.of());
    }

    @Override
    public String toString() {
        return instance;
    }
}
