package io.unifiedcommerce.quickstart.platform;

import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A platform that the quickstart can run. Implementations are stateless and found through ServiceLoader: a class and its line
 * in {@code META-INF/services} add a platform to {@code --channels}.
 */
public interface ShopPlatform {

    /** Name of the channel: that of its folder, and what its files in config-examples begin with. */
    String channel();

    /** As people call it. */
    String title();

    /**
     * Opens an empty store of the platform.
     *
     * @param clock what the store's times and quotas go by
     * @param seed of the faults that are drawn at random
     */
    RunningShop open(Clock clock, long seed);

    /** Every platform on the class path, in the order of {@code META-INF/services}. */
    static List<ShopPlatform> all() {
        return ServiceLoader.load(ShopPlatform.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
