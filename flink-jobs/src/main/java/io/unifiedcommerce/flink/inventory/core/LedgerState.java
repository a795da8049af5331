package io.unifiedcommerce.flink.inventory.core;

/**
 * Everything the ledger keeps of one SKU.
 *
 * @param lines order lines whose effect a count may still change
 * @param settledLines order lines kept only to recognise late copies
 */
public record LedgerState(
        Sheet sheet,
        FactStore<Line> lines,
        FactStore<Line> settledLines,
        FactStore<Movement> movements,
        FactStore<Reservation> reservations) {

    /** Nothing known yet, kept in memory. */
    public static LedgerState inMemory() {
        return new LedgerState(
                new Sheet(), FactStore.inMemory(), FactStore.inMemory(), FactStore.inMemory(), FactStore.inMemory());
    }
}
