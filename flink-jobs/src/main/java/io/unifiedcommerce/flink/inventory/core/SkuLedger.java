package io.unifiedcommerce.flink.inventory.core;

import java.util.Map;
import java.util.function.Consumer;

/** The ledger of a SKU that is counted. Facts about a bundle are handed on to the ledger of bundles. */
public final class SkuLedger implements Ledger {

    private final SkuKey key;
    private final Sheet sheet;
    private final CountedStock stock;
    private final MirrorDesk mirrors;
    private final Outlet outlet;
    private final OversoldWatch oversold;

    public SkuLedger(LedgerConfig config, SkuKey key, LedgerState state) {
        this.key = key;
        this.sheet = state.sheet();
        this.stock = new CountedStock(config, state);
        this.mirrors = MirrorDesk.ofCountedStock(config, key, sheet);
        this.outlet = new Outlet(config, key, sheet, mirrors);
        this.oversold = new OversoldWatch(sheet, stock);
    }

    @Override
    public void apply(Fact fact, long now, Consumer<Decision> out) {
        Map<String, LocationStock> before = stock();
        if (fact instanceof Fact.KitDefined kit) {
            define(kit, out);
        } else if (sheet.isKit()) {
            out.accept(new Decision.Feed(key.sku(), fact));
        } else {
            take(fact, now, out);
        }
        finish(before, now, out);
    }

    @Override
    public void wake(long now, Consumer<Decision> out) {
        Map<String, LocationStock> before = stock();
        if (sheet.nextExpiry <= now) {
            sheet.nextExpiry = stock.expireReservations(now);
        }
        if (sheet.nextSweep <= now) {
            stock.sweep(now);
            sheet.nextSweep = Sheet.NEVER;
        }
        mirrors.quiet(now, out, movement -> adjust(movement, now, out));
        outlet.wake(now, out);
        finish(before, now, out);
    }

    private void take(Fact fact, long now, Consumer<Decision> out) {
        if (fact instanceof Fact.StockCounted count) {
            stock.count(count);
        } else if (fact instanceof Fact.LineChanged change) {
            changeLine(change, now, out);
        } else if (fact instanceof Fact.LineKnown known) {
            knowLine(known);
        } else if (fact instanceof Fact.StockMoved movement) {
            move(movement, now, out);
        } else if (fact instanceof Fact.StockReserved reservation) {
            stock.reserve(reservation, now);
            sheet.nextExpiry = Math.min(sheet.nextExpiry, reservation.expiresAt());
        } else if (fact instanceof Fact.MirrorSeen seen) {
            mirrors.seen(seen, now);
        } else if (fact instanceof Fact.PushAnswered answer) {
            mirrors.answered(answer, now, out);
        } else if (fact instanceof Fact.PartOfKit part) {
            joinKit(part.kit(), out);
        }
    }

    private void finish(Map<String, LocationStock> before, long now, Consumer<Decision> out) {
        Map<String, LocationStock> after = stock();
        if (outlet.note(before, after, out)) {
            oversold.check(after, now, out);
        }
        if (sheet.nextSweep == Sheet.NEVER && !stock.isEmpty()) {
            sheet.nextSweep = now + Sheet.SWEEP_INTERVAL;
        }
        outlet.send(after, Math.min(sheet.nextExpiry, sheet.nextSweep), now, out);
    }

    private Map<String, LocationStock> stock() {
        return sheet.isKit() ? Map.of() : stock.byLocation();
    }

    private void changeLine(Fact.LineChanged change, long now, Consumer<Decision> out) {
        Line old = stock.lines().get(change.key());
        Line line = change.line();
        boolean isForgotten = old == null && line.open() == 0 && stock.isPastRetention(line.last(), now);
        if (isForgotten || (old != null && line.revision() <= old.revision())) {
            return;
        }
        Line known = old == null ? line : line.knownAt(old.knownAt());
        stock.lineChanged(change.key(), old, known);
        mirrors.lineChanged(change.key(), old, known, now, movement -> adjust(movement, now, out));
    }

    private void knowLine(Fact.LineKnown fact) {
        Line old = stock.lines().get(fact.key());
        if (old == null) {
            stock.lineChanged(fact.key(), null, Line.heardOf(fact.channel(), fact.at()));
        } else if (fact.at() < old.knownAt()) {
            stock.lineChanged(fact.key(), old, old.knownAt(fact.at()));
        }
    }

    private void move(Fact.StockMoved movement, long now, Consumer<Decision> out) {
        long more = stock.move(movement, now);
        if (movement.mirrored() && more != 0) {
            Effect effect = Effect.ofOrder(movement.at(), more, now);
            mirrors.happened(movement.origin(), movement.id(), effect, now, undo -> adjust(undo, now, out));
        }
    }

    private void adjust(Fact.StockMoved movement, long now, Consumer<Decision> out) {
        stock.move(movement, now);
        out.accept(new Decision.Adjusted(movement));
    }

    /** What the channels show of a SKU that turns out to be a bundle is the first thing its ledger must know. */
    private void define(Fact.KitDefined kit, Consumer<Decision> out) {
        sheet.define(kit);
        if (!sheet.recipes.isEmpty()) {
            out.accept(new Decision.Feed(key.sku(), kit));
        }
        if (sheet.isKit()) {
            for (Mirror mirror : sheet.mirrors.values()) {
                if (mirror.seen != null) {
                    out.accept(new Decision.Feed(key.sku(), mirror.seen.asFact(mirror.channel)));
                }
            }
            sheet.mirrors.clear();
        }
    }

    private void joinKit(String kit, Consumer<Decision> out) {
        if (sheet.kits.add(kit)) {
            stock().forEach((location, there) -> outlet.feed(kit, location, there.available(), out));
        }
    }
}
