package io.unifiedcommerce.flink.inventory.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A channel that sells from a pool of locations.
 *
 * @param instance channel instance
 * @param sells canonical locations of the pool; an order line without a location is charged to the first
 * @param push where to write the stock; null when the channel is not told (a till that counts for itself)
 * @param buffer units kept back from this channel
 * @param share part of the pool that is offered, 0 to 1
 * @param cap most units to show; {@link Long#MAX_VALUE} for no limit
 * @param policy what to do with figures that nothing explains
 * @param priority true when the channel may sell the last units
 */
public record SellingChannel(
        String instance,
        List<String> sells,
        PushPoint push,
        long buffer,
        BigDecimal share,
        long cap,
        Policy policy,
        boolean priority)
        implements Serializable {

    public SellingChannel {
        sells = List.copyOf(sells);
    }

    /** Units to show of a pool of {@code pool} units: never negative, never more than the pool less the buffer. */
    long offer(long pool) {
        long free = pool - buffer;
        if (free <= 0) {
            return 0;
        }
        long offered = share.compareTo(BigDecimal.ONE) == 0
                ? free
                : share.multiply(BigDecimal.valueOf(free))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
        return Math.min(offered, cap);
    }

    /** True when both channels sell from a common location, so that a sale of one takes from the other. */
    boolean sharesPoolWith(SellingChannel other) {
        return sells.stream().anyMatch(other.sells::contains);
    }
}
