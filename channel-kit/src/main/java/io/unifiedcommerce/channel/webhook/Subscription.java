package io.unifiedcommerce.channel.webhook;

import java.util.Set;

/**
 * A subscription as the platform has it.
 *
 * @param topics as the API names them
 * @param sound whether everything beside its topics is as the manifest expects
 */
record Subscription(String id, Set<String> topics, boolean sound) {}
