package io.unifiedcommerce.flink.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Property
    void aTargetIsNeverNegativeAndNeverMoreThanThePoolLessTheBuffer(
            @ForAll @IntRange(min = -50, max = 1_000) int pool,
            @ForAll @IntRange(max = 50) int buffer,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 1_000) int cap) {
        SellingChannel channel = channel("shop", buffer, BigDecimal.valueOf(percent, 2), cap, false);

        long offered = channel.offer(pool);

        assertThat(offered).isBetween(0L, Math.max(0L, pool - buffer));
        assertThat(offered).isLessThanOrEqualTo(cap);
    }

    @Property
    void sharesThatMakeOneNeverOfferMoreThanThePool(
            @ForAll @IntRange(max = 1_000) int pool,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> weights) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        long offered = weights.stream()
                .map(weight -> new BigDecimal(weight).divide(new BigDecimal(total), 6, RoundingMode.FLOOR))
                .mapToLong(share ->
                        channel("shop", 0, share, Long.MAX_VALUE, false).offer(pool))
                .sum();

        assertThat(offered).isLessThanOrEqualTo(pool);
    }

    @Test
    void theLastUnitsAreForPriorityChannels() {
        LedgerConfig config = config(
                3,
                channel("shop", 0, BigDecimal.ONE, Long.MAX_VALUE, false),
                channel("flagship", 0, BigDecimal.ONE, Long.MAX_VALUE, true));

        assertThat(targets(config, new Sheet(), 3)).containsExactly(3L, 3L);
        assertThat(targets(config, new Sheet(), 2)).containsExactly(2L, 0L);
    }

    @Test
    void aSaleOnItsWayIsHeldBackWhereverThePoolIsShared() {
        SellingChannel other = new SellingChannel(
                "other",
                List.of("elsewhere"),
                new PushPoint("main", PushMode.SET),
                0,
                BigDecimal.ONE,
                Long.MAX_VALUE,
                Policy.ENFORCE,
                false);
        LedgerConfig config = config(
                0,
                channel("shop-a", 0, BigDecimal.ONE, Long.MAX_VALUE, false),
                channel("shop-b", 0, BigDecimal.ONE, Long.MAX_VALUE, false),
                other);
        Sheet sheet = new Sheet();
        sheet.mirror("shop-a").gap = 2;

        assertThat(targets(config, sheet, 10)).containsExactly(10L, 8L, 8L);
    }

    @Test
    void withoutACountThereIsNoTarget() {
        LedgerConfig config = config(0, channel("shop", 0, BigDecimal.ONE, Long.MAX_VALUE, false));

        assertThat(new Targets(config, new Sheet(), Map.of())
                        .of(config.channels().get("shop")))
                .isEmpty();
    }

    private static List<Long> targets(LedgerConfig config, Sheet sheet, long available) {
        LocationStock stock = new LocationStock(available, 0, 0, 0, 0L);
        Targets targets = new Targets(config, sheet, Map.of("store", stock, "elsewhere", stock));
        List<Long> all = new ArrayList<>();
        config.mirrors().forEach(channel -> all.add(targets.of(channel).orElseThrow()));
        return all;
    }

    private static SellingChannel channel(
            String instance, long buffer, BigDecimal share, long cap, boolean hasPriority) {
        return new SellingChannel(
                instance,
                List.of("store"),
                new PushPoint("main", PushMode.SET),
                buffer,
                share,
                cap,
                Policy.ENFORCE,
                hasPriority);
    }

    private static LedgerConfig config(long lastUnits, SellingChannel... channels) {
        Map<String, SellingChannel> byInstance = new TreeMap<>();
        for (SellingChannel channel : channels) {
            byInstance.put(channel.instance(), channel);
        }
        return new LedgerConfig("hub", Map.of(), byInstance, Map.of(), Map.of(), lastUnits, Timing.DEFAULT);
    }
}
