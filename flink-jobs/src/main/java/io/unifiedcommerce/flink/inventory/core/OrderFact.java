package io.unifiedcommerce.flink.inventory.core;

import java.util.List;

/**
 * Something that happened to one order, before it is known which SKUs it concerns. Times are milliseconds since 1970 in
 * the clock of the channel; locations are canonical. Line keys are unique in the whole system.
 */
public sealed interface OrderFact {

    /** Entity version: orders the versions of one order, fulfilment or refund. */
    String version();

    /**
     * The whole order is now like this.
     *
     * @param channel channel instance
     * @param cancelledAt when the cancelled units were cancelled, at the latest
     */
    record OrderTaken(
            String channel, String version, long placedAt, long updatedAt, long cancelledAt, List<Ordered> lines)
            implements OrderFact {
        public OrderTaken {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of an order.
     *
     * @param cancelled units cancelled so far
     * @param fulfilled units that left so far
     * @param mirrored true when ordering it lowered the figure the channel shows
     * @param isExploded true when the parts of this bundle are lines of their own
     * @param parts parts of the bundle it sells, if the order says so
     */
    record Ordered(
            String key,
            String sku,
            String location,
            long quantity,
            long cancelled,
            long fulfilled,
            boolean mirrored,
            boolean isExploded,
            List<Fact.Part> parts) {
        public Ordered {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Goods of the order are prepared, gone, or called back.
     *
     * @param id same for all versions of the fulfilment
     * @param location where they leave from; null for the location of each line
     * @param hasLeft true once they have left
     */
    record GoodsSent(String id, String version, String location, boolean hasLeft, long at, List<Units> lines)
            implements OrderFact {
        public GoodsSent {
            lines = List.copyOf(lines);
        }
    }

    /** {@code quantity} units of a line. */
    record Units(String line, long quantity) {}

    /** Something of the order is given back. */
    record GoodsRefunded(String id, String version, long at, List<Refunded> lines) implements OrderFact {
        public GoodsRefunded {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Units of a line that are given back.
     *
     * @param id same for all versions of the refund
     * @param isReturn true when goods come back into stock, false when they never left it
     * @param location where they come back to; null for the location of the line
     * @param mirrored true when it raised the figure the channel shows, given that ordering the line lowered it
     */
    record Refunded(String id, String line, long quantity, boolean isReturn, String location, boolean mirrored) {}
}
