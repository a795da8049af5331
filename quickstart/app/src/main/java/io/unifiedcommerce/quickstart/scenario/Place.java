package io.unifiedcommerce.quickstart.scenario;

/**
 * Where stock lies.
 *
 * @param location canonical location id of the hub
 */
public record Place(String location) {

    /** Counted by the hub itself. Online orders leave from here. */
    public static final Place WAREHOUSE = new Place("warehouse");
}
