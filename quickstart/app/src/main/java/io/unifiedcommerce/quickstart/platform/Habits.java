package io.unifiedcommerce.quickstart.platform;

/**
 * How a shop deals with its orders.
 *
 * @param overTheCounter whether customers take the goods along, so that there is nothing to ship or cancel
 * @param restocksReturns whether the platform puts refunded units back on sale itself and tells so; else the warehouse tells
 *     what came back
 */
public record Habits(boolean overTheCounter, boolean restocksReturns) {

    /** Ships later, and leaves returned goods to the warehouse. */
    public static final Habits ONLINE = new Habits(false, false);
}
