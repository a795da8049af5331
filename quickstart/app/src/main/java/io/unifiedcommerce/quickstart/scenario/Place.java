package io.unifiedcommerce.quickstart.scenario;

/** Where stock lies; the canonical locations of the hub. */
public enum Place {
    /** Counted by the hub itself. Online orders leave from here. */
    WAREHOUSE("warehouse"),
    /** Counted by the till. */
    STORE("store");

    private final String location;

    Place(String location) {
        this.location = location;
    }

    /** Canonical location id. */
    public String location() {
        return location;
    }
}
