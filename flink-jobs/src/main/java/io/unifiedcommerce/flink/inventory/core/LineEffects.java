package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;

/** What a change of an order line did to the figure that its own channel shows. */
final class LineEffects {

    private LineEffects() {}

    /**
     * Effects of the change. A cancellation is taken to put the units back: if the channel did not, its next figure says
     * so, and until then too little is offered rather than too much.
     *
     * @param old the line as it was; null when it is new
     * @param now when the change became known, in the ledger's clock
     */
    static List<Effect> between(Line old, Line line, long now) {
        List<Effect> effects = new ArrayList<>();
        boolean isNew = old == null || old.revision() == 0;
        long ordered = isNew ? line.quantity() : line.quantity() - old.quantity();
        if (ordered != 0) {
            effects.add(Effect.ofOrder(isNew ? line.placedAt() : line.updatedAt(), -ordered, now));
        }
        long known = isNew ? 0 : old.cancelled().total();
        if (line.cancelled().total() < known) {
            effects.add(Effect.ofOrder(line.updatedAt(), line.cancelled().total() - known, now));
        }
        for (Stairs.Step step : line.cancelled().steps()) {
            if (step.units() > known) {
                effects.add(Effect.ofOrder(step.at(), step.units() - known, now));
                known = step.units();
            }
        }
        return effects;
    }
}
