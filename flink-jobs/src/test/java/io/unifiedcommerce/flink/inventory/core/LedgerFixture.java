package io.unifiedcommerce.flink.inventory.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ledger of one SKU at one location, the hub's, with channels that sell from it. Time stands still until told. */
final class LedgerFixture {

    static final SkuKey KEY = new SkuKey("acme", "SKU-1");
    static final long START = 1_700_000_000_000L;

    final LedgerState state = LedgerState.inMemory();
    final LedgerConfig config;
    final SkuLedger ledger;
    long now = START;
    private int revision;

    private LedgerFixture(LedgerConfig config) {
        this.config = config;
        this.ledger = new SkuLedger(config, KEY, state);
    }

    static LedgerFixture selling(SellingChannel... channels) {
        return new LedgerFixture(config(0, channels));
    }

    static LedgerFixture withSafetyStock(long units, SellingChannel... channels) {
        return new LedgerFixture(config(units, channels));
    }

    static SellingChannel channel(String instance, PushMode mode) {
        return channel(instance, mode, Policy.ENFORCE);
    }

    static SellingChannel channel(String instance, PushMode mode, Policy policy) {
        return new SellingChannel(
                instance,
                List.of("attic"),
                new PushPoint("main", mode),
                0,
                BigDecimal.ONE,
                Long.MAX_VALUE,
                policy,
                false);
    }

    private static LedgerConfig config(long safetyStock, SellingChannel... channels) {
        Map<String, SellingChannel> byInstance = new TreeMap<>();
        for (SellingChannel channel : channels) {
            byInstance.put(channel.instance(), channel);
        }
        return new LedgerConfig(
                "hub",
                Map.of("attic", new StockLocation("attic", "hub", Measured.ON_HAND, safetyStock)),
                byInstance,
                Map.of(),
                Map.of(),
                0,
                Timing.DEFAULT);
    }

    /** The hub counts {@code units} and every channel shows them already. */
    LedgerFixture inStepAt(long units) {
        tell(counted(units));
        for (String instance : config.channels().keySet()) {
            tell(seen(instance, units));
        }
        later(60_000);
        return this;
    }

    List<Decision> tell(Fact fact) {
        List<Decision> decisions = new ArrayList<>();
        ledger.apply(fact, now, decisions::add);
        return decisions;
    }

    /** Time passes; the ledger is woken when it asked for it. */
    List<Decision> later(long millis) {
        List<Decision> decisions = new ArrayList<>();
        long end = now + millis;
        while (state.sheet().wakeAt <= end) {
            now = Math.max(now, state.sheet().wakeAt);
            ledger.wake(now, decisions::add);
        }
        now = end;
        return decisions;
    }

    Fact.StockCounted counted(long units) {
        return new Fact.StockCounted("attic", now, "1", "count-" + now, units, Measured.ON_HAND);
    }

    Fact.MirrorSeen seen(String instance, long units) {
        return seen(instance, units, now);
    }

    Fact.MirrorSeen seen(String instance, long units, long at) {
        return new Fact.MirrorSeen(instance, units, at, null, "1", instance + at);
    }

    Fact.LineChanged ordered(String instance, String line, long units) {
        return ordered(instance, line, units, now);
    }

    Fact.LineChanged ordered(String instance, String line, long units, long placedAt) {
        return new Fact.LineChanged(
                line,
                new Line(
                        ++revision,
                        instance,
                        "attic",
                        units,
                        placedAt,
                        placedAt,
                        true,
                        Stairs.NONE,
                        List.of(),
                        Line.UNKNOWN));
    }

    Fact.PushAnswered applied(Decision.Push push) {
        return answer(push, Fact.Outcome.APPLIED, null);
    }

    Fact.PushAnswered answer(Decision.Push push, Fact.Outcome outcome, Long after) {
        return new Fact.PushAnswered(push.pushId(), push.channel(), outcome, push.mode(), null, null, after, now);
    }

    Mirror mirror(String instance) {
        return state.sheet().mirrors.get(instance);
    }

    long available() {
        return new CountedStock(config, state).byLocation().get("attic").available();
    }

    static List<Decision.Push> pushes(List<Decision> decisions) {
        return of(Decision.Push.class, decisions);
    }

    static Decision.Push push(List<Decision> decisions) {
        List<Decision.Push> pushes = pushes(decisions);
        if (pushes.size() != 1) {
            throw new AssertionError("One push expected: " + decisions);
        }
        return pushes.get(0);
    }

    static <D extends Decision> List<D> of(Class<D> type, List<Decision> decisions) {
        return decisions.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
