package io.unifiedcommerce.quickstart.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.quickstart.platform.StockRole;
import io.unifiedcommerce.quickstart.scenario.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The ledger's configuration for the chosen channels: shops sell what lies in any place, counters what lies on their shelves.
 * For Shopify, BigCommerce and the till it is the shipped one.
 */
final class LedgerConfiguration {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many times longer than an order takes an unexplained figure waits for one. */
    private static final int PATIENCE = 5;

    private final List<LoopChannel> channels;

    LedgerConfiguration(List<LoopChannel> channels) {
        this.channels = channels;
    }

    /** How long a figure that nothing explains waits for its order. */
    Duration quiet() {
        return channels.stream()
                .map(LoopChannel::orderDelay)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .multipliedBy(PATIENCE);
    }

    /** As JSON, which is YAML too. */
    ObjectNode json() {
        ObjectNode config = JSON.createObjectNode().put("hub", "hub");
        config.putObject("timing").put("quiet", quiet().toString());
        ArrayNode locations = config.putArray("locations");
        locations.addObject().put("id", Place.WAREHOUSE.location()).put("measured", "ON_HAND");
        ObjectNode aliases = config.putObject("aliases");
        ArrayNode selling = config.putArray("channels");
        for (LoopChannel channel : channels) {
            String instance = channel.channel().instance();
            String own = channel.channel().place().location();
            if (channel.stock() instanceof StockRole.Counts counts) {
                locations.addObject().put("id", own).put("authority", instance).put("measured", counts.measured());
            }
            channel.aliases()
                    .forEach(
                            (id, location) -> aliases.withObject("/" + instance).put(id, location));
            selling.add(sells(channel));
        }
        return config;
    }

    private ObjectNode sells(LoopChannel channel) {
        ObjectNode selling =
                JSON.createObjectNode().put("instance", channel.channel().instance());
        ArrayNode places =
                selling.putArray("sells").add(channel.channel().place().location());
        if (channel.stock() instanceof StockRole.Told told) {
            channels.stream()
                    .filter(other -> other.stock() instanceof StockRole.Counts)
                    .forEach(other -> places.add(other.channel().place().location()));
            selling.putObject("push").put("location_id", told.target()).put("mode", told.mode());
        }
        return selling;
    }

    Path write(Path directory) {
        Path file = directory.resolve("inventory-ledger.yaml");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
