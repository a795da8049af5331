package io.unifiedcommerce.tck.fake.shop;

import io.unifiedcommerce.tck.fake.shop.ShopChange.Kind;
import io.unifiedcommerce.tck.fake.shop.ShopChange.LocationChanged;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Where the shop keeps stock. */
public final class Locations {
    private final AtomicLong ids = new AtomicLong();
    private final Journal journal;
    private final Records<Location> records;

    Locations(Journal journal, Records<Location> records) {
        this.journal = journal;
        this.records = records;
    }

    public Location create(String name, String code) {
        return journal.write(() -> {
            Instant now = journal.now();
            return put(Kind.CREATED, new Location(ids.incrementAndGet(), name, code, true, now, now));
        });
    }

    /** Opens or closes a location. */
    public Location activate(long id, boolean active) {
        return journal.write(() -> put(Kind.UPDATED, get(id).activated(active, journal.now())));
    }

    public Records<Location> records() {
        return records;
    }

    private Location get(long id) {
        return records.find(id).orElseThrow(() -> new IllegalArgumentException("no location " + id));
    }

    private Location put(Kind kind, Location location) {
        records.put(location);
        journal.publish(new LocationChanged(kind, location));
        return location;
    }
}
