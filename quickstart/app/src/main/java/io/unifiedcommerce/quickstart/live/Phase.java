package io.unifiedcommerce.quickstart.live;

import java.util.Locale;

/** Where the run is. */
public enum Phase {
    /** The hub fills the shops with what warehouse and store have. */
    OPENING,
    SELLING,
    /** All is sold; the last changes reach the other channels. */
    SETTLING;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
