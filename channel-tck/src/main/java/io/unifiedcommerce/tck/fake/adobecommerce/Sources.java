package io.unifiedcommerce.tck.fake.adobecommerce;

import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.Locale;
import java.util.Optional;

/** Sources are the shop's locations by code; the first is {@code default}, which always exists. */
final class Sources {
    static final String DEFAULT = "default";

    private final Shop shop;

    Sources(Shop shop) {
        this.shop = shop;
    }

    String code(long locationId) {
        return code(shop.locations().records().find(locationId).orElseThrow());
    }

    static String code(Location location) {
        return location.id() == 1 ? DEFAULT : location.code().toLowerCase(Locale.ROOT);
    }

    Optional<Location> find(String code) {
        return shop.locations().records().all().stream()
                .filter(location -> code(location).equals(code))
                .findFirst();
    }
}
