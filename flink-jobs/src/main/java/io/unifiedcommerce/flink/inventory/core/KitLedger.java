package io.unifiedcommerce.flink.inventory.core;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The ledger of a bundle: its stock follows from its parts, its channels are told like those of any SKU. A figure edited
 * in a channel is always overwritten, as there is no stock of its own to adjust.
 */
public final class KitLedger implements Ledger {

    private final Timing timing;
    private final Sheet sheet;
    private final KitStock stock;
    private final LineStore lines;
    private final MirrorDesk mirrors;
    private final Outlet outlet;

    public KitLedger(LedgerConfig config, SkuKey key, LedgerState state) {
        this.timing = config.timing();
        this.sheet = state.sheet();
        this.stock = new KitStock(config, sheet);
        this.lines = new LineStore(state.lines(), state.settledLines());
        this.mirrors = MirrorDesk.ofBundle(config, key, sheet);
        this.outlet = new Outlet(config, key, sheet, mirrors);
    }

    @Override
    public void apply(Fact fact, long now, Consumer<Decision> out) {
        Map<String, LocationStock> before = stock.byLocation();
        if (fact instanceof Fact.ComponentStock component) {
            stock.component(component);
        } else if (fact instanceof Fact.KitDefined kit) {
            sheet.define(kit);
        } else if (fact instanceof Fact.LineChanged change) {
            changeLine(change, now);
        } else if (fact instanceof Fact.StockMoved movement && movement.mirrored()) {
            Effect effect = Effect.ofOrder(movement.at(), movement.quantity(), now);
            mirrors.happened(movement.origin(), movement.id(), effect, now, KitLedger::neverAdjusted);
        } else if (fact instanceof Fact.MirrorSeen seen) {
            mirrors.seen(seen, now);
        } else if (fact instanceof Fact.PushAnswered answer) {
            mirrors.answered(answer, now, out);
        }
        finish(before, now, out);
    }

    @Override
    public void wake(long now, Consumer<Decision> out) {
        Map<String, LocationStock> before = stock.byLocation();
        if (sheet.nextSweep <= now) {
            lines.sweep((key, line) -> line.open() == 0 && line.last() < now - timing.retention(), line -> {});
            sheet.nextSweep = Sheet.NEVER;
        }
        mirrors.quiet(now, out, KitLedger::neverAdjusted);
        outlet.wake(now, out);
        finish(before, now, out);
    }

    private void changeLine(Fact.LineChanged change, long now) {
        Line old = lines.get(change.key());
        if (old == null || change.line().revision() > old.revision()) {
            lines.put(change.key(), change.line(), false);
            mirrors.lineChanged(change.key(), old, change.line(), now, KitLedger::neverAdjusted);
        }
    }

    private void finish(Map<String, LocationStock> before, long now, Consumer<Decision> out) {
        Map<String, LocationStock> after = stock.byLocation();
        outlet.note(before, after, out);
        if (sheet.nextSweep == Sheet.NEVER && !lines.isEmpty()) {
            sheet.nextSweep = now + Sheet.SWEEP_INTERVAL;
        }
        outlet.send(after, sheet.nextSweep, now, out);
    }

    private static void neverAdjusted(Fact.StockMoved movement) {
        throw new IllegalStateException("A bundle has no stock of its own to adjust: " + movement.id());
    }
}
