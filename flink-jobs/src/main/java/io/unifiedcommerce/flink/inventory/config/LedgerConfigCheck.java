package io.unifiedcommerce.flink.inventory.config;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.Policy;
import io.unifiedcommerce.flink.inventory.core.SellingChannel;
import io.unifiedcommerce.flink.inventory.core.StockLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Contradictions between parts of a configuration that are each well-formed. */
final class LedgerConfigCheck {

    private final LedgerConfig config;
    private final List<String> errors = new ArrayList<>();

    private LedgerConfigCheck(LedgerConfig config) {
        this.config = config;
    }

    static List<String> of(LedgerConfig config, Map<String, Map<String, String>> aliases) {
        LedgerConfigCheck check = new LedgerConfigCheck(config);
        aliases.forEach((instance, ids) ->
                ids.forEach((id, location) -> check.mustBeKnown("aliases." + instance + "." + id, location)));
        config.channels().values().forEach(check::channel);
        if (config.lastUnits() > 0 && config.channels().values().stream().noneMatch(SellingChannel::priority)) {
            check.errors.add("last_units: no channel has priority, so nobody could sell the last units");
        }
        if (config.timing().clockTolerance() > config.timing().quiet()) {
            check.errors.add("timing.clock_tolerance: must not be longer than timing.quiet");
        }
        return check.errors;
    }

    private void channel(SellingChannel channel) {
        String path = "channels." + channel.instance();
        channel.sells().forEach(location -> mustBeKnown(path + ".sells", location));
        if (channel.push() != null) {
            config.resolve(channel.instance(), channel.push().locationId())
                    .filter(location -> location.authority().equals(channel.instance()))
                    .ifPresent(location -> errors.add(path + ".push.location_id: is '" + location.id()
                            + "', which this channel itself counts: a push would change the count it starts from"));
        }
        if (channel.policy() == Policy.ACCEPT) {
            accepting(path, channel);
        }
    }

    /** What is edited in the channel becomes a movement of exactly that many units of the hub's own stock. */
    private void accepting(String path, SellingChannel channel) {
        boolean isHubsOwn = channel.sells().size() == 1
                && config.location(channel.sells().get(0))
                        .map(StockLocation::authority)
                        .filter(config.hub()::equals)
                        .isPresent();
        if (!isHubsOwn || channel.share().compareTo(BigDecimal.ONE) != 0) {
            errors.add(path + ".policy: ACCEPT needs one single location, counted by the hub, and share 1");
        }
    }

    private void mustBeKnown(String path, String location) {
        if (config.location(location).isEmpty()) {
            errors.add(path + ": '" + location + "' is not among locations");
        }
    }
}
