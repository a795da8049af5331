package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.platform.StockRole;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A channel as the loop is set up for it.
 *
 * @param name of the channel's folder
 * @param stock what the ledger is to its stock
 * @param orderDelay how long nearly every order takes to reach the ledger
 * @param source the source's configuration
 * @param sinks the sink's configuration, where there is anything to write
 */
record LoopChannel(
        SalesChannel channel,
        String name,
        StockRole stock,
        Duration orderDelay,
        ConnectorExample source,
        List<ConnectorExample> sinks) {

    /** Sinks before sources: they have nothing to do yet, and every command finds its sink listening. */
    Stream<ConnectorExample> connectors() {
        return Stream.concat(sinks.stream(), Stream.of(source));
    }

    /** Canonical location by the channel's own id of it, where that is another. */
    Map<String, String> aliases() {
        String location = channel.place().location();
        return stock.locationId().equals(location) ? Map.of() : Map.of(stock.locationId(), location);
    }
}
