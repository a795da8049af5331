package io.unifiedcommerce.flink.inventory.core;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who is the authority of which location, and which channel sells from where. Checked by its reader, so that the ledger
 * need not. Immutable.
 */
public final class LedgerConfig implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String hub;
    private final TreeMap<String, StockLocation> locations;
    private final TreeMap<String, SellingChannel> channels;
    private final TreeMap<String, Map<String, String>> aliases;
    private final TreeMap<String, Set<String>> ignored;
    private final long lastUnits;
    private final Timing timing;
    private final List<SellingChannel> mirrors;
    private final Set<String> authorities;

    /**
     * @param hub name under which the hub itself counts stock
     * @param locations by canonical id
     * @param channels by channel instance
     * @param aliases canonical location by channel instance and the channel's own location id
     * @param ignored by channel instance, the channel's own ids of locations that are none of the hub's
     * @param lastUnits a pool of fewer units is offered on priority channels only; 0 for no such rule
     */
    public LedgerConfig(
            String hub,
            Map<String, StockLocation> locations,
            Map<String, SellingChannel> channels,
            Map<String, Map<String, String>> aliases,
            Map<String, Set<String>> ignored,
            long lastUnits,
            Timing timing) {
        this.hub = hub;
        this.locations = new TreeMap<>(locations);
        this.channels = new TreeMap<>(channels);
        this.aliases = new TreeMap<>(aliases);
        this.ignored = new TreeMap<>(ignored);
        this.lastUnits = lastUnits;
        this.timing = timing;
        this.mirrors = this.channels.values().stream()
                .filter(channel -> channel.push() != null)
                .toList();
        this.authorities =
                locations.values().stream().map(StockLocation::authority).collect(Collectors.toUnmodifiableSet());
    }

    public String hub() {
        return hub;
    }

    public Map<String, StockLocation> locations() {
        return Collections.unmodifiableMap(locations);
    }

    public Map<String, SellingChannel> channels() {
        return Collections.unmodifiableMap(channels);
    }

    public long lastUnits() {
        return lastUnits;
    }

    public Timing timing() {
        return timing;
    }

    /** Channels to which stock is pushed, in the order of their instances: every run decides in the same order. */
    List<SellingChannel> mirrors() {
        return mirrors;
    }

    public Optional<StockLocation> location(String id) {
        return Optional.ofNullable(locations.get(id));
    }

    /** The channel {@code instance} if stock is pushed to it. */
    public Optional<SellingChannel> mirror(String instance) {
        return Optional.ofNullable(channels.get(instance)).filter(channel -> channel.push() != null);
    }

    public boolean isAuthority(String instance) {
        return authorities.contains(instance);
    }

    /** Canonical location for a channel's own {@code locationId}; empty when the hub does not know it. */
    public Optional<StockLocation> resolve(String instance, String locationId) {
        String alias = aliases.getOrDefault(instance, Map.of()).get(locationId);
        return location(alias == null ? locationId : alias);
    }

    public boolean isIgnored(String instance, String locationId) {
        return ignored.getOrDefault(instance, Set.of()).contains(locationId);
    }

    /**
     * Where something of {@code instance} is charged that names no location: the first location it sells from, or the
     * only one it counts.
     */
    public Optional<StockLocation> defaultLocation(String instance) {
        SellingChannel channel = channels.get(instance);
        if (channel != null) {
            return location(channel.sells().get(0));
        }
        List<StockLocation> counted = locations.values().stream()
                .filter(location -> location.authority().equals(instance))
                .toList();
        return counted.size() == 1 ? Optional.of(counted.get(0)) : Optional.empty();
    }
}
