package io.unifiedcommerce.quickstart.scenario;

/**
 * A channel of the retailer.
 *
 * @param instance channel instance in configurations and events
 * @param platform as people call it
 * @param place where its goods leave from
 */
public record SalesChannel(String instance, String platform, Place place) {

    /** Whether it sells what lies in all places; a counter sells from its own shelves only. */
    public boolean isOnline() {
        return place.equals(Place.WAREHOUSE);
    }
}
