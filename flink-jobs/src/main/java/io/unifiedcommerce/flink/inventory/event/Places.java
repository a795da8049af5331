package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.StockLocation;
import java.util.Optional;

/** Where something happened, in the words of the ledger. */
final class Places {

    private final LedgerConfig config;

    Places(LedgerConfig config) {
        this.config = config;
    }

    /**
     * Location that something of {@code instance} is charged to.
     *
     * @param locationId the channel's own id; null or empty where it names none
     * @return null if the location is to be ignored
     * @throws BadEventException if the ledger does not know it
     */
    String charge(String instance, String locationId, String field) {
        if (isMissing(locationId)) {
            return config.defaultLocation(instance)
                    .map(StockLocation::id)
                    .orElseThrow(() -> new BadEventException(field + ": missing, and '" + instance
                            + "' neither sells from a location nor counts exactly one; name it in channels"));
        }
        if (config.isIgnored(instance, locationId)) {
            return null;
        }
        return config.resolve(instance, locationId)
                .or(() -> isPushPoint(instance, locationId) ? config.defaultLocation(instance) : Optional.empty())
                .map(StockLocation::id)
                .orElseThrow(() -> new BadEventException(field + ": '" + locationId + "' of '" + instance
                        + "' is a location the ledger does not know; add it to locations, aliases or"
                        + " ignored_locations"));
    }

    /** True when what happens at {@code locationId} changes the figure that stock is pushed to. */
    boolean isMirrored(String instance, String locationId) {
        return config.mirror(instance).isPresent() && (isMissing(locationId) || isPushPoint(instance, locationId));
    }

    boolean isPushPoint(String instance, String locationId) {
        return config.mirror(instance)
                .filter(channel -> channel.push().locationId().equals(locationId))
                .isPresent();
    }

    static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
