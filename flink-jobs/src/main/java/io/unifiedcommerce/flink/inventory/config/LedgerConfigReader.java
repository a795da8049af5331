package io.unifiedcommerce.flink.inventory.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.Measured;
import io.unifiedcommerce.flink.inventory.core.Policy;
import io.unifiedcommerce.flink.inventory.core.PushMode;
import io.unifiedcommerce.flink.inventory.core.PushPoint;
import io.unifiedcommerce.flink.inventory.core.SellingChannel;
import io.unifiedcommerce.flink.inventory.core.StockLocation;
import io.unifiedcommerce.flink.inventory.core.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the configuration of the ledger from YAML or JSON. Unknown keys, wrong values and contradictions are errors, all
 * named at once.
 *
 * <pre>{@code
 * hub: hub                              # name under which the hub itself counts stock
 * last_units: 2                         # smaller pools are offered on priority channels only; default 0
 * timing:                               # ISO 8601 durations; the defaults of Timing
 *   {debounce: PT0.2S, quiet: PT60S, push_timeout: PT30S, resync: P1D, retention: P30D, clock_tolerance: PT5S}
 * locations:
 *   - {id: warehouse, authority: erp-1, measured: ON_HAND, safety_stock: 2}
 *   - {id: attic}                       # authority: the hub, measured: ON_HAND
 * aliases:                              # channel instance -> its own location id -> canonical location; an id
 *                                       # without an alias is taken for a canonical one
 *   shop-de: {"65432": warehouse}
 * ignored_locations:                    # channel instance -> its own ids of locations that are none of the hub's
 *   shop-de: ["999"]
 * channels:
 *   - instance: shop-de
 *     sells: [warehouse, attic]         # the first is charged when an order names no location
 *     push: {location_id: "65432", mode: DELTA}    # without it the channel is not told
 *     buffer: 1
 *     share: 0.5
 *     cap: 100
 *     policy: ENFORCE                   # or ACCEPT: figures edited in the channel become the hub's stock
 *     priority: true
 * }</pre>
 */
public final class LedgerConfigReader {

    private static final ObjectReader YAML = new YAMLMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .reader();

    private final List<String> errors = new ArrayList<>();

    private LedgerConfigReader() {}

    /**
     * Reads a file.
     *
     * @throws LedgerConfigException naming every mistake
     * @throws IOException if the file cannot be read
     */
    public static LedgerConfig read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Reads the content of a file.
     *
     * @throws LedgerConfigException naming every mistake
     */
    public static LedgerConfig parse(String yaml) {
        try {
            return new LedgerConfigReader().config(YAML.readTree(yaml));
        } catch (JsonProcessingException malformed) {
            throw new LedgerConfigException(List.of("neither YAML nor JSON: "
                    + malformed.getOriginalMessage().strip().replaceAll("\\s+", " ")));
        }
    }

    private LedgerConfig config(JsonNode tree) {
        Section file = Section.of(
                "",
                tree,
                errors,
                "hub",
                "last_units",
                "timing",
                "locations",
                "aliases",
                "ignored_locations",
                "channels");
        String hub = file.text("hub");
        if (hub.indexOf('|') >= 0 || hub.indexOf('%') >= 0) {
            file.error("hub", "must not contain | or %");
        }
        Map<String, StockLocation> locations = locations(file, hub);
        Map<String, SellingChannel> channels = channels(file);
        Map<String, Map<String, String>> aliases = file.entries("aliases", Section.Entry::texts);
        Map<String, Set<String>> ignored = file.entries("ignored_locations", Section.Entry::set);
        LedgerConfig config =
                new LedgerConfig(hub, locations, channels, aliases, ignored, file.units("last_units", 0), timing(file));
        if (errors.isEmpty()) {
            errors.addAll(LedgerConfigCheck.of(config, aliases));
        }
        if (!errors.isEmpty()) {
            throw new LedgerConfigException(errors);
        }
        return config;
    }

    private static Timing timing(Section file) {
        Section timing =
                file.section("timing", "debounce", "quiet", "push_timeout", "resync", "retention", "clock_tolerance");
        Timing usual = Timing.DEFAULT;
        return new Timing(
                timing.duration("debounce", usual.debounce()),
                timing.duration("quiet", usual.quiet()),
                timing.duration("push_timeout", usual.pushTimeout()),
                timing.duration("resync", usual.resync()),
                timing.duration("retention", usual.retention()),
                timing.duration("clock_tolerance", usual.clockTolerance()));
    }

    private static Map<String, StockLocation> locations(Section file, String hub) {
        Map<String, StockLocation> locations = new LinkedHashMap<>();
        for (Section section : file.sections("locations", "id", "authority", "measured", "safety_stock")) {
            StockLocation location = new StockLocation(
                    section.text("id"),
                    section.text("authority", hub),
                    section.choice("measured", Measured.class, Measured.ON_HAND),
                    section.units("safety_stock", 0));
            if (locations.put(location.id(), location) != null) {
                section.error("id", "'" + location.id() + "' is there twice");
            }
        }
        if (locations.isEmpty()) {
            file.error("locations", "at least one is needed");
        }
        return locations;
    }

    private static Map<String, SellingChannel> channels(Section file) {
        Map<String, SellingChannel> channels = new LinkedHashMap<>();
        for (Section section : file.sections(
                "channels", "instance", "sells", "push", "buffer", "share", "cap", "policy", "priority")) {
            List<String> sells = section.texts("sells");
            if (sells.isEmpty()) {
                section.error("sells", "at least one location is needed");
            }
            SellingChannel channel = new SellingChannel(
                    section.text("instance"),
                    sells,
                    push(section),
                    section.units("buffer", 0),
                    section.share("share"),
                    section.units("cap", Long.MAX_VALUE),
                    section.choice("policy", Policy.class, Policy.ENFORCE),
                    section.flag("priority"));
            if (channels.put(channel.instance(), channel) != null) {
                section.error("instance", "'" + channel.instance() + "' is there twice");
            }
        }
        return channels;
    }

    private static PushPoint push(Section channel) {
        if (!channel.has("push")) {
            return null;
        }
        Section push = channel.section("push", "location_id", "mode");
        return new PushPoint(push.text("location_id"), push.choice("mode", PushMode.class, null));
    }
}
