package io.unifiedcommerce.tck.conformance.link;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** What the conformance kit can try a channel against. Implementations are stateless and found through ServiceLoader. */
public interface PlatformLink {

    /** Name of the channel. */
    String channel();

    /**
     * Opens an empty store of the platform on a small plan, so that its quota is felt.
     *
     * @param clock what the store's times and quota go by
     */
    LinkedStore open(Clock clock);

    /** What the platform publishes about its API; empty when it publishes nothing. */
    List<ApiContract> contracts();

    /** The link of a channel; empty when there is none. */
    static Optional<PlatformLink> of(String channel) {
        return ServiceLoader.load(PlatformLink.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(link -> link.channel().equals(channel))
                .findFirst();
    }
}
