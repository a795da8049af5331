package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;

/** One order with one line, as it really is in a generated world. */
final class Sale {

    final String id;
    final String channel;
    final String location;
    final long quantity;
    final long placedAt;
    final boolean mirrored;
    long cancelled;
    long cancelledAt;
    long shipped;
    long returned;
    long updatedAt;
    int version;
    int children;
    boolean isKnown;

    Sale(String id, String channel, String location, long quantity, long placedAt, boolean mirrored) {
        this.id = id;
        this.channel = channel;
        this.location = location;
        this.quantity = quantity;
        this.placedAt = placedAt;
        this.updatedAt = placedAt;
        this.mirrored = mirrored;
    }

    long open() {
        return quantity - cancelled - shipped;
    }

    String lineKey() {
        return channel + "|" + id + "|1";
    }

    String child(String kind) {
        return channel + "|" + id + "|" + kind + children++;
    }

    OrderFact.OrderTaken snapshot() {
        version++;
        List<OrderFact.Ordered> lines = new ArrayList<>();
        // Only a till counts what it handed over in the order itself; the others send fulfilments.
        long fulfilled = mirrored ? 0 : shipped;
        lines.add(new OrderFact.Ordered(
                lineKey(), Brain.KEY.sku(), location, quantity, cancelled, fulfilled, mirrored, false, List.of()));
        return new OrderFact.OrderTaken(
                channel, String.format("%08d", version), placedAt, updatedAt, cancelledAt, lines);
    }
}
