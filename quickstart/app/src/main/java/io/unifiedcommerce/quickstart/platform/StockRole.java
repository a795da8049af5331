package io.unifiedcommerce.quickstart.platform;

/** What the ledger is to a shop's stock. */
public sealed interface StockRole {

    /** The platform's own id of the location that orders leave from. */
    String locationId();

    /**
     * The shop sells what lies in all places, and is told how much that is.
     *
     * @param mode how: {@code DELTA}, {@code CAS} or {@code SET}
     * @param target the location that commands are for, by the platform's own id
     */
    record Told(String locationId, String mode, String target) implements StockRole {

        /** Commands are for the location that orders leave from. */
        public static Told at(String locationId, String mode) {
            return new Told(locationId, mode, locationId);
        }
    }

    /**
     * The shop counts its own shelves and sells from them only.
     *
     * @param measured what its counts are of: {@code ON_HAND} or {@code AVAILABLE}
     */
    record Counts(String locationId, String measured) implements StockRole {}
}
