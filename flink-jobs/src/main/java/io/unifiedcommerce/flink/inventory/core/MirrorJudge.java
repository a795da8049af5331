package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the figures a channel shows with its shadow, and takes in what it answers to pushes. Levels and answers may
 * come late, twice, in any order or not at all.
 */
final class MirrorJudge {

    private final Timing timing;

    MirrorJudge(Timing timing) {
        this.timing = timing;
    }

    /** The channel shows a figure. */
    void see(Mirror mirror, Seen figure, long now) {
        if (mirror.shadow == null) {
            mirror.settle(figure, timing.clockTolerance());
        } else if (isNewer(figure, mirror.seen)) {
            if (mirror.inFlight == null) {
                mirror.seen = figure;
                judge(mirror, mirror.gap, now);
            } else if (isNewer(figure, mirror.seenInFlight)) {
                mirror.seenInFlight = figure;
                clearDoubt(mirror, now);
            }
        }
    }

    /**
     * An order or cancellation of the channel came; it may be what the gap was waiting for.
     *
     * @return false if a settled figure contained it already, and nothing waited for it
     */
    boolean happened(Mirror mirror, Effect effect, long now) {
        if (!mirror.happened(effect)) {
            return mirror.explained(effect, timing.clockTolerance());
        }
        long unexplained = Math.abs(mirror.gap);
        if (unexplained != 0) {
            judge(mirror, 0, now);
        }
        if (mirror.inFlight != null && Math.abs(mirror.gap) >= unexplained) {
            mirror.sinceSent.add(effect);
        }
        return true;
    }

    /** The channel answered a push: the one under way, or one of a life before the last restart. */
    void answered(Mirror mirror, Fact.PushAnswered answer, long now) {
        if (!mirror.awaits(answer.pushId())) {
            answeredLate(mirror, answer, now);
            return;
        }
        InFlight inFlight = mirror.inFlight;
        switch (answer.outcome()) {
            case APPLIED -> applied(mirror, inFlight, answer, now);
            case CONFLICT -> conflict(mirror, inFlight, answer, now);
            case REJECTED -> {
                mirror.refusals++;
                refused(mirror, inFlight.push(), timing.refusalPause(mirror.refusals), now);
            }
            case UNKNOWN -> unknown(mirror, inFlight, answer, now);
        }
    }

    /** A copy, or the answer to a push that this ledger does not remember: its units count, once. */
    private void answeredLate(Mirror mirror, Fact.PushAnswered answer, long now) {
        boolean isChange = answer.mode() != PushMode.SET && answer.delta() != null;
        if (answer.outcome() == Fact.Outcome.APPLIED && isChange && !mirror.remembers(answer.pushId())) {
            happened(mirror, Effect.ofForgottenPush(answer.pushId(), answer.at(), answer.delta(), now), now);
        }
        if (answer.after() != null) {
            see(mirror, new Seen(answer.after(), answer.at(), "", answer.pushId(), Seen.NOT_READ, now), now);
        }
    }

    private void applied(Mirror mirror, InFlight inFlight, Fact.PushAnswered answer, long now) {
        Decision.Push push = inFlight.push();
        mirror.refusals = 0;
        mirror.refused = null;
        Long delta = answer.delta() == null ? push.delta() : answer.delta();
        Long before = answer.before() == null && answer.after() != null && push.mode() != PushMode.SET
                ? Long.valueOf(answer.after() - delta)
                : answer.before();
        if (before != null && mirror.shadow != null) {
            mirror.seen = figure(before, inFlight, answer, now);
            judge(mirror, mirror.gap, now);
        }
        if (push.mode() == PushMode.SET) {
            mirror.overwritten(figure(push.target(), inFlight, answer, now), push.computedAt());
        } else {
            mirror.pushed(answer.pushId(), answer.at(), delta, push.computedAt(), now);
            if (before != null) {
                mirror.seen = figure(before + delta, inFlight, answer, now);
            }
        }
        land(mirror, now);
    }

    /** The figure was read when the write was refused: it is the truth, or the next try would be refused as well. */
    private void conflict(Mirror mirror, InFlight inFlight, Fact.PushAnswered answer, long now) {
        Long shown = answer.after() == null ? answer.before() : answer.after();
        if (shown == null) {
            refused(mirror, inFlight.push(), timing.pushTimeout(), now);
            return;
        }
        mirror.pushedAt = Long.MIN_VALUE;
        mirror.seen = figure(shown, inFlight, answer, now);
        long gap = mirror.shadow - shown;
        if (gap < 0) {
            mirror.settle(mirror.seen, timing.clockTolerance());
        } else {
            mirror.gap(gap, now + timing.quiet(), timing.clockTolerance());
        }
        land(mirror, now);
    }

    /** Nobody knows whether it was written: the figure tells, now or when one comes, or else caution decides. */
    private void unknown(Mirror mirror, InFlight inFlight, Fact.PushAnswered answer, long now) {
        if (answer.after() != null) {
            Seen figure = figure(answer.after(), inFlight, answer, now);
            if (wasWritten(mirror, inFlight.push(), answer.after())) {
                applied(mirror, inFlight, answer, now);
            } else {
                land(mirror, now);
                see(mirror, figure, now);
            }
        } else if (inFlight.isHopeless()) {
            // Believing the higher figure offers less.
            Decision.Push push = inFlight.push();
            if (push.expected() == null || push.target() > push.expected()) {
                applied(mirror, inFlight, answer, now);
            } else {
                land(mirror, now);
            }
        } else {
            mirror.inFlight = inFlight.doubted(answer.at());
            clearDoubt(mirror, now);
        }
    }

    /** A figure that shows the push, or that is from after it, ends the doubt. */
    private void clearDoubt(Mirror mirror, long now) {
        Seen figure = mirror.seenInFlight;
        InFlight inFlight = mirror.inFlight;
        if (figure == null || !inFlight.isDoubted()) {
            return;
        }
        Decision.Push push = inFlight.push();
        if (wasWritten(mirror, push, figure.quantity())) {
            applied(mirror, inFlight, answerOf(push, figure), now);
        } else if (figure.at() > inFlight.doubtedAt()) {
            land(mirror, now);
        }
    }

    private static Fact.PushAnswered answerOf(Decision.Push push, Seen figure) {
        return new Fact.PushAnswered(
                push.pushId(),
                push.channel(),
                Fact.Outcome.APPLIED,
                push.mode(),
                push.delta(),
                null,
                null,
                figure.at());
    }

    private static boolean wasWritten(Mirror mirror, Decision.Push push, long shown) {
        if (push.mode() == PushMode.SET || mirror.shadow == null) {
            return shown == push.target();
        }
        long before = mirror.shadow - mirror.gap;
        return Math.abs(before + push.delta() - shown) < Math.abs(before - shown);
    }

    private void refused(Mirror mirror, Decision.Push push, long pause, long now) {
        mirror.refused = push.target();
        mirror.refusedUntil = now + pause;
        land(mirror, now);
    }

    /** No push is under way any more: figures that came meanwhile can be judged. */
    private void land(Mirror mirror, long now) {
        Seen waiting = mirror.seenInFlight;
        mirror.inFlight = null;
        mirror.seenInFlight = null;
        mirror.sinceSent.clear();
        if (waiting != null) {
            see(mirror, waiting, now);
        }
    }

    /** A figure read by the sink between sending and answering: it contains what was known when the push was sent. */
    private Seen figure(long quantity, InFlight inFlight, Fact.PushAnswered answer, long now) {
        long sentAt = inFlight.push().computedAt();
        return new Seen(quantity, answer.at(), "", answer.pushId(), sentAt + timing.clockTolerance(), now);
    }

    private boolean isNewer(Seen figure, Seen other) {
        return figure.isNewerThan(other, timing.clockTolerance());
    }

    /** @param expected the gap that would surprise nobody */
    private void judge(Mirror mirror, long expected, long now) {
        long gap = gap(mirror.shadow, mirror.recent, mirror.seen, timing.clockTolerance(), expected);
        mirror.gap(gap, now + timing.quiet(), timing.clockTolerance());
    }

    /**
     * By how many units the figure is lower than the shadow was at its moment. Time stamps are not exact, so the effects
     * around that moment may be in the figure or not: of all moments within the tolerance the one counts at which the
     * figure surprises least. For a new figure that is one which leaves the gap as it was: otherwise a push that closed
     * the gap in the channel would be taken for one that was not carried out, and be repeated for ever. For an order
     * that has come late it is one which closes the gap.
     */
    static long gap(long shadow, List<Effect> recent, Seen figure, long tolerance, long expected) {
        long gap = shadow - figure.quantity();
        if (gap == expected) {
            return gap;
        }
        List<Effect> doubtful = new ArrayList<>();
        for (Effect effect : recent) {
            if (figure.lacks(effect, tolerance)) {
                gap -= effect.units();
            } else if (!figure.contains(effect, tolerance)) {
                doubtful.add(effect);
            }
        }
        long best = gap;
        for (int i = doubtful.size() - 1; i >= 0; i--) {
            gap -= doubtful.get(i).units();
            best = lessSurprising(best, gap, expected);
        }
        return best;
    }

    /** Of two gaps that surprise equally, the one that holds more units back. */
    private static long lessSurprising(long one, long other, long expected) {
        long surprise = Math.abs(one - expected);
        long otherSurprise = Math.abs(other - expected);
        if (surprise == otherSurprise) {
            return Math.max(one, other);
        }
        return surprise < otherSurprise ? one : other;
    }
}
