package io.unifiedcommerce.channel.hook;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import java.util.Collection;
import java.util.Map;

/**
 * Compares what a store offers with what is read of it, for platforms whose API is each merchant's own. Implementations are
 * stateless and found through ServiceLoader by their short name, which a manifest's {@code check} gives.
 */
public interface StoreCheck {

    /** The short name, such as {@code sap-commerce-metadata}. */
    String name();

    /**
     * Finds what is missing.
     *
     * @param options option values by configuration key; may hold secrets
     * @param streams the streams that are to be read
     * @return what is wrong and what to do, by the option that can mend it; empty when nothing is wrong
     * @throws io.unifiedcommerce.channel.http.ChannelException when the store cannot be asked
     */
    Map<String, String> problems(
            ChannelClient client, ApiManifest manifest, Map<String, String> options, Collection<String> streams);
}
