package io.unifiedcommerce.flink.inventory.core;

import java.util.function.Consumer;

/** Takes the facts of one SKU and decides. Not safe for use by several threads. */
public sealed interface Ledger permits SkuLedger, KitLedger {

    /**
     * Takes a fact.
     *
     * @param now the ledger's own clock, in milliseconds since 1970; never goes back
     */
    void apply(Fact fact, long now, Consumer<Decision> out);

    /** Does what has become due; called at the times asked for by {@link Decision.SetTimer}, or at any other time. */
    void wake(long now, Consumer<Decision> out);
}
