package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.channel.http.ChannelClient;
import java.time.Clock;

/**
 * What a writer works with.
 *
 * @param instance name of the store, as records carry it
 * @param client calls the store; the caller closes it
 * @param clock this machine's
 */
public record WriteContext(String instance, ChannelClient client, Clock clock) {}
