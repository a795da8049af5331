package io.unifiedcommerce.quickstart.live;

import io.unifiedcommerce.quickstart.proof.StockComparison;

/**
 * How one channel stands.
 *
 * @param stock what it shows beside what must be
 * @param connectors what Connect says of its connectors, such as {@code source RUNNING, sink RUNNING}
 */
record ChannelRow(StockComparison stock, String connectors) {}
