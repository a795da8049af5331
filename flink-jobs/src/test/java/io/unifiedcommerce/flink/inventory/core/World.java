package io.unifiedcommerce.flink.inventory.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A world with truthful authorities, in which goods are sold, shipped, cancelled, given back, received and lost. What
 * happens is told to the ledger late, twice and out of order; levels may be lost, everything else arrives.
 */
final class World {

    private static final long START = 1_700_000_000_000L;

    final WorldPlan plan;
    final LedgerConfig config;
    final Agenda agenda = new Agenda(START);
    Brain brain;
    final Map<String, Shop> shops = new TreeMap<>();
    final List<Sale> sales = new ArrayList<>();
    private final Map<String, Long> physical = new TreeMap<>();
    private final Random random;
    private int number;

    World(WorldPlan plan) {
        this.plan = plan;
        this.config = plan.config();
        this.random = new Random(plan.seed());
        this.brain = Brain.knowingNothing(config);
        config.locations().keySet().forEach(location -> physical.put(location, (long) random.nextInt(12)));
        config.channels()
                .keySet()
                .forEach(instance ->
                        shops.put(instance, new Shop(instance, random.nextInt(4), plan, agenda, random, this::hear)));
    }

    /** Lives through the plan, then waits until all has arrived, all is counted and all is read. */
    void live() {
        count();
        act(plan.steps());
        agenda.runUntil(agenda.now() + 600_000);
    }

    /** The same, but half-way through the ledger falls back to an older state and hears everything since once more. */
    void liveThroughARestart() {
        count();
        act(plan.steps() / 2);
        Brain checkpoint = brain.restarted();
        int known = brain.inputs.size();
        act(plan.steps() / 2);
        List<Brain.Input> since = new ArrayList<>(brain.inputs.subList(known, brain.inputs.size()));
        Collections.shuffle(since, random);
        brain = checkpoint;
        brain.state.sheet().wakeAt = Sheet.NEVER;
        since.stream()
                .filter(input -> input.fact() != null)
                .forEach(input ->
                        later(2_000, () -> think(new Brain.Input(agenda.now(), input.order(), input.fact()))));
        think(new Brain.Input(agenda.now(), null, null));
        act(plan.steps() / 2);
        agenda.runUntil(agenda.now() + 600_000);
    }

    /** Counts by the authorities that count at all; the hub counted once, at the beginning. */
    void countEverything() {
        config.locations().values().stream()
                .filter(location -> !location.authority().equals(WorldPlan.HUB))
                .forEach(location -> count(location.id(), true));
        agenda.runUntil(agenda.now() + 60_000);
    }

    void readEverything() {
        shops.values().forEach(Shop::read);
        agenda.runUntil(agenda.now() + 600_000);
    }

    /** Units free to sell, as they really are. */
    long trulyAvailable(String location) {
        long open = sales.stream()
                .filter(sale -> sale.location.equals(location))
                .mapToLong(Sale::open)
                .sum();
        return physical.get(location)
                - open
                - config.location(location).orElseThrow().safetyStock();
    }

    /** What a channel should show, computed from the world alone. */
    long trueTarget(SellingChannel channel) {
        long pool = channel.sells().stream().mapToLong(this::trulyAvailable).sum();
        if (pool < config.lastUnits() && !channel.priority()) {
            return 0;
        }
        double offered = Math.floor(
                Math.max(0, pool - channel.buffer()) * channel.share().doubleValue());
        return (long) Math.min(offered, channel.cap());
    }

    private void count() {
        config.locations().keySet().forEach(location -> count(location, true));
        shops.values().forEach(Shop::read);
        // The hub never counts again: what a wrong clock puts before its only count is never made good.
        agenda.runUntil(agenda.now() + 20_000 + plan.clockSkew());
    }

    private void act(int steps) {
        for (int step = 0; step < steps; step++) {
            agenda.runUntil(evenMoment(1 + random.nextInt(random.nextInt(8) == 0 ? 40_000 : 900)));
            act();
        }
    }

    /** Lives on for a while without anything happening. */
    void rest(Duration time) {
        agenda.runUntil(agenda.now() + time.toMillis());
    }

    void order(String instance) {
        order(shops.get(instance));
    }

    void hear(Fact fact) {
        think(new Brain.Input(agenda.now(), null, fact));
    }

    private void think(Brain.Input input) {
        brain.take(input, decision -> {
            if (decision instanceof Decision.Push push) {
                shops.get(push.channel()).receive(push);
            } else if (decision instanceof Decision.SetTimer timer) {
                agenda.at(timer.at(), () -> think(new Brain.Input(agenda.now(), null, null)));
            }
        });
    }

    private void act() {
        switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> order();
            case 4 -> tillSale();
            case 5, 6 -> ship();
            case 7 -> cancel();
            case 8 -> giveBack();
            case 9 -> move();
            case 10 -> agenda.in(1, () -> count(anyOf(config.locations().keySet()), random.nextInt(5) > 0));
            case 11 -> reserve();
            default -> edit();
        }
    }

    private void order() {
        order(shops.get(anyOf(shops.keySet())));
    }

    private void order(Shop shop) {
        SellingChannel channel = config.channels().get(shop.instance);
        long quantity = 1 + random.nextInt(2);
        Sale sale = new Sale("o" + number++, shop.instance, anyOf(channel.sells()), quantity, shop.stamp(), true);
        sales.add(sale);
        shop.change(-quantity);
        tell(sale, sale.snapshot());
        later(30_000, () -> becomeKnown(sale));
    }

    private void tillSale() {
        if (config.locations().containsKey("store")) {
            Sale sale = new Sale("t" + number++, WorldPlan.TILL, "store", 1, agenda.now(), false);
            sale.shipped = 1;
            sales.add(sale);
            physical.merge("store", -1L, Long::sum);
            tell(sale, sale.snapshot());
            agenda.at(evenMoment(random.nextInt(50)) + 1, () -> count("store", random.nextInt(5) > 0));
        }
    }

    private void ship() {
        Sale sale = anyOpen();
        if (sale == null) {
            return;
        }
        becomeKnown(sale);
        long units = 1 + random.nextInt((int) sale.open());
        sale.shipped += units;
        physical.merge(sale.location, -units, Long::sum);
        String id = sale.child("f");
        String from = random.nextBoolean() ? sale.location : null;
        List<OrderFact.Units> lines = List.of(new OrderFact.Units(sale.lineKey(), units));
        tell(sale, new OrderFact.GoodsSent(id, "1", from, false, 0, lines));
        tell(sale, new OrderFact.GoodsSent(id, "2", from, true, stamp(sale), lines));
    }

    private void cancel() {
        Sale sale = anyOpen();
        if (sale == null) {
            return;
        }
        Shop shop = shops.get(sale.channel);
        long units = 1 + random.nextInt((int) sale.open());
        sale.cancelled += units;
        sale.updatedAt = Math.max(sale.updatedAt + 1, stamp(sale));
        sale.cancelledAt = sale.updatedAt;
        shop.change(units);
        tell(sale, sale.snapshot());
        if (random.nextBoolean() && sale.cancelled == units) {
            String id = sale.child("r");
            tell(
                    sale,
                    new OrderFact.GoodsRefunded(
                            id,
                            "1",
                            sale.cancelledAt,
                            List.of(new OrderFact.Refunded(id, sale.lineKey(), units, false, null, true))));
        }
    }

    private void giveBack() {
        List<Sale> shipped = sales.stream()
                .filter(sale -> sale.mirrored && sale.shipped > sale.returned)
                .toList();
        if (shipped.isEmpty()) {
            return;
        }
        Sale sale = shipped.get(random.nextInt(shipped.size()));
        String id = sale.child("r");
        sale.returned++;
        physical.merge(sale.location, 1L, Long::sum);
        boolean isShown = random.nextBoolean();
        if (isShown) {
            shops.get(sale.channel).change(1);
        }
        tell(
                sale,
                new OrderFact.GoodsRefunded(
                        id,
                        "1",
                        stamp(sale),
                        List.of(new OrderFact.Refunded(id, sale.lineKey(), 1, true, sale.location, isShown))));
    }

    private void move() {
        String location = anyOf(config.locations().keySet());
        long units = random.nextInt(9) - 3;
        physical.merge(location, units, Long::sum);
        Fact fact = new Fact.StockMoved(
                "m" + number++,
                "1",
                config.location(location).orElseThrow().authority(),
                location,
                units,
                agenda.now(),
                false);
        deliver(() -> hear(fact));
    }

    private void reserve() {
        String location = anyOf(config.locations().keySet());
        String id = "v" + number++;
        long units = 1 + random.nextInt(3);
        long until = agenda.now() + 1 + random.nextInt(90_000);
        boolean isReleased = random.nextBoolean();
        Fact set = new Fact.StockReserved(id, "1", location, units, true, until);
        deliver(() -> hear(set));
        if (isReleased) {
            Fact released = new Fact.StockReserved(id, "2", location, units, false, until);
            deliver(() -> hear(released));
        }
    }

    private void edit() {
        if (plan.edits()) {
            shops.get(anyOf(shops.keySet())).change(random.nextInt(7) - 3);
        }
    }

    /** The hub never counts again: nobody tells it what left meanwhile. */
    private void count(String id, boolean arrives) {
        StockLocation location = config.location(id).orElseThrow();
        if (location.authority().equals(WorldPlan.HUB) && agenda.now() > START) {
            return;
        }
        long quantity = physical.get(id);
        if (location.measured() == Measured.AVAILABLE) {
            quantity -= sales.stream()
                    .filter(sale -> sale.location.equals(id) && sale.isKnown)
                    .mapToLong(Sale::open)
                    .sum();
        }
        int count = number++;
        Fact fact = new Fact.StockCounted(
                id, agenda.now(), String.format("%08d", count), "count-" + count, quantity, location.measured());
        if (arrives) {
            deliver(() -> hear(fact));
        }
    }

    private void becomeKnown(Sale sale) {
        StockLocation location = config.location(sale.location).orElseThrow();
        if (!sale.isKnown && !location.authority().equals(WorldPlan.HUB)) {
            sale.isKnown = true;
            Fact fact = new Fact.LineKnown(sale.lineKey(), sale.channel, agenda.now());
            deliver(() -> hear(fact));
        }
    }

    private void tell(Sale sale, OrderFact fact) {
        deliver(() -> think(new Brain.Input(agenda.now(), sale.channel + "|" + sale.id, fact)));
    }

    /** At least once, some time. */
    private void deliver(Runnable message) {
        later(random.nextInt(10) == 0 ? 40_000 : 700, message);
        if (random.nextInt(6) == 0) {
            later(60_000, message);
        }
    }

    private void later(long most, Runnable action) {
        agenda.at(evenMoment(random.nextLong(most)), action);
    }

    /** Things happen in even milliseconds and are counted in odd ones: inside one millisecond nobody knows the order. */
    private long evenMoment(long delay) {
        return agenda.now() + delay + 1 & ~1L;
    }

    private long stamp(Sale sale) {
        return shops.get(sale.channel).stamp();
    }

    private Sale anyOpen() {
        List<Sale> open =
                sales.stream().filter(sale -> sale.mirrored && sale.open() > 0).toList();
        return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
    }

    private <T> T anyOf(Collection<T> choices) {
        return new ArrayList<>(choices).get(random.nextInt(choices.size()));
    }
}
