package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.read.StreamPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Spreads the work of a connector over tasks: each listed stream, with the streams inside its records, and the webhook
 * listener. The heaviest goes first, always to the task with the least; ties go by name. So equal configurations give equal
 * task configurations, and Connect restarts nothing for nothing.
 */
final class TaskUnits {
    private static final int LISTENER_WEIGHT = 1;

    /**
     * What one task does.
     *
     * @param streams names of listed streams, sorted
     * @param webhooks whether it runs the listener
     */
    record Share(List<String> streams, boolean webhooks) {}

    private record Unit(String name, int weight, boolean webhooks) {}

    private static final class Load {
        private final List<Unit> units = new ArrayList<>();
        private int weight;

        private void add(Unit unit) {
            units.add(unit);
            weight += unit.weight();
        }

        private Share share() {
            List<String> streams = units.stream()
                    .filter(unit -> !unit.webhooks())
                    .map(Unit::name)
                    .sorted()
                    .toList();
            return new Share(streams, units.stream().anyMatch(Unit::webhooks));
        }
    }

    private TaskUnits() {}

    /** No more shares than tasks, and none without work. */
    static List<Share> spread(List<StreamPlan> plans, boolean webhooks, int maxTasks) {
        List<Unit> units = new ArrayList<>();
        plans.forEach(plan -> units.add(new Unit(plan.stream(), plan.weight(), false)));
        if (webhooks) {
            units.add(new Unit("webhooks", LISTENER_WEIGHT, true));
        }
        units.sort(Comparator.comparingInt(Unit::weight).reversed().thenComparing(Unit::name));
        List<Load> loads = new ArrayList<>();
        for (int i = 0; i < Math.min(maxTasks, units.size()); i++) {
            loads.add(new Load());
        }
        for (Unit unit : units) {
            loads.stream()
                    .min(Comparator.comparingInt(load -> load.weight))
                    .orElseThrow()
                    .add(unit);
        }
        return loads.stream().map(Load::share).toList();
    }
}
