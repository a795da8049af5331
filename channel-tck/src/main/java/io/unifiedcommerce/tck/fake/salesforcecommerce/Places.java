package io.unifiedcommerce.tck.fake.salesforcecommerce;

import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.List;
import java.util.Optional;

/** The shop's locations by the ids that the platform gives them: an inventory list, and a location of the same id. */
final class Places {
    private static final String PREFIX = "inv-";

    private final Shop shop;

    Places(Shop shop) {
        this.shop = shop;
    }

    static String idOf(long locationId) {
        return PREFIX + locationId;
    }

    Optional<Location> find(String id) {
        return all().stream().filter(location -> idOf(location.id()).equals(id)).findFirst();
    }

    List<Location> all() {
        return List.copyOf(shop.locations().records().byId().values());
    }
}
