package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;
import java.util.Map;

/** Units handed to a carrier or to the shopper; {@code units} by order line id. */
public record Fulfilment(long id, int sequence, Instant createdAt, Tracking tracking, Map<Long, Integer> units) {
    /** The parcel; every part may be empty. */
    public record Tracking(String carrier, String number, String url) {
        public static final Tracking NONE = new Tracking("", "", "");
    }

    public Fulfilment {
        units = Map.copyOf(units);
    }
}
