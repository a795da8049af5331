package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import io.unifiedcommerce.quickstart.platform.StockRole;
import io.unifiedcommerce.quickstart.scenario.Place;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The till as a channel of the loop. It counts its own shelves, and its database is read. */
final class Till {

    /** Where it stands; its database tells local time. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final String SOURCE = "unicenta-pos-source";

    /** The name that its source gives to the till's one location. */
    private static final String SHELVES = "store";

    private Till() {}

    /** @param examples the shipped configurations */
    static LoopChannel channel(Map<String, ConnectorExample> examples) {
        ConnectorExample source = examples.get(SOURCE);
        return new LoopChannel(
                new SalesChannel(source.channelInstance(), "uniCenta oPOS", new Place(SHELVES)),
                ChannelChoice.TILL,
                new StockRole.Counts(SHELVES, "ON_HAND"),
                Duration.ofSeconds(1),
                source,
                List.of());
    }
}
