package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cumulative units over time: the earliest moment at which each number was reached. Merging the same news twice or in
 * another order gives the same stairs, which is why late and repeated events cannot count twice.
 *
 * @param steps strictly rising in time and in units
 */
public record Stairs(List<Step> steps) {

    /** Nothing ever happened. */
    public static final Stairs NONE = new Stairs(List.of());

    /**
     * @param at moment, in milliseconds since 1970
     * @param units units reached at that moment in total
     */
    public record Step(long at, long units) {}

    public Stairs {
        steps = List.copyOf(steps);
    }

    /** {@code units} in total, reached at {@code at}. */
    public static Stairs of(long at, long units) {
        return units <= 0 ? NONE : new Stairs(List.of(new Step(at, units)));
    }

    public long total() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).units();
    }

    /** Units reached at {@code at} or before. */
    public long by(long at) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).at() <= at) {
                return steps.get(i).units();
            }
        }
        return 0;
    }

    /** Moment of the first step; {@link Long#MAX_VALUE} when there is none. */
    public long first() {
        return steps.isEmpty() ? Long.MAX_VALUE : steps.get(0).at();
    }

    /** Moment of the last step; {@link Long#MIN_VALUE} when there is none. */
    public long last() {
        return steps.isEmpty() ? Long.MIN_VALUE : steps.get(steps.size() - 1).at();
    }

    /** Both tell of the same units: the larger number wins at every moment. */
    public Stairs max(Stairs other) {
        if (other.steps.isEmpty()) {
            return this;
        }
        if (steps.isEmpty()) {
            return other;
        }
        List<Step> all = new ArrayList<>(steps);
        all.addAll(other.steps);
        return rising(all);
    }

    /** Both tell of different units: they add up. */
    public Stairs plus(Stairs other) {
        if (other.steps.isEmpty()) {
            return this;
        }
        if (steps.isEmpty()) {
            return other;
        }
        List<Step> all = new ArrayList<>();
        steps.forEach(step -> all.add(new Step(step.at(), step.units() + other.by(step.at()))));
        other.steps.forEach(step -> all.add(new Step(step.at(), step.units() + by(step.at()))));
        return rising(all);
    }

    /** Without the units above {@code most}. */
    public Stairs limit(long most) {
        if (total() <= most) {
            return this;
        }
        return rising(steps.stream()
                .map(step -> new Step(step.at(), Math.min(step.units(), most)))
                .toList());
    }

    /** Without the first {@code units}. */
    public Stairs less(long units) {
        if (units == 0) {
            return this;
        }
        return rising(steps.stream()
                .map(step -> new Step(step.at(), step.units() - units))
                .toList());
    }

    /** {@code factor} times as many units: the parts of a bundle. */
    public Stairs times(long factor) {
        return factor == 1
                ? this
                : new Stairs(steps.stream()
                        .map(step -> new Step(step.at(), step.units() * factor))
                        .toList());
    }

    private static Stairs rising(List<Step> steps) {
        List<Step> ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparingLong(Step::at)
                .thenComparing(Comparator.comparingLong(Step::units).reversed()));
        List<Step> rising = new ArrayList<>(ordered.size());
        long reached = 0;
        for (Step step : ordered) {
            if (step.units() > reached) {
                rising.add(step);
                reached = step.units();
            }
        }
        return rising.isEmpty() ? NONE : new Stairs(rising);
    }
}
