package io.unifiedcommerce.flink.inventory.core;

import java.util.Objects;
import java.util.function.Consumer;

/** Keeps the mirrors of one SKU: what the channels did, what they show, what they answered, and what nothing explains. */
final class MirrorDesk {

    private static final long REFUSAL_STRIDE = 1_000;

    private final LedgerConfig config;
    private final SkuKey key;
    private final Sheet sheet;
    private final MirrorJudge judge;
    private final boolean isCounted;

    private MirrorDesk(LedgerConfig config, SkuKey key, Sheet sheet, boolean isCounted) {
        this.config = config;
        this.key = key;
        this.sheet = sheet;
        this.judge = new MirrorJudge(config.timing());
        this.isCounted = isCounted;
    }

    static MirrorDesk ofCountedStock(LedgerConfig config, SkuKey key, Sheet sheet) {
        return new MirrorDesk(config, key, sheet, true);
    }

    /** A bundle has no stock of its own: what is edited in a channel is overwritten, whatever its policy. */
    static MirrorDesk ofBundle(LedgerConfig config, SkuKey key, Sheet sheet) {
        return new MirrorDesk(config, key, sheet, false);
    }

    void seen(Fact.MirrorSeen fact, long now) {
        if (config.mirror(fact.channel()).isPresent()) {
            Mirror mirror = sheet.mirror(fact.channel());
            Long believed = mirror.believed();
            judge.see(mirror, Seen.of(fact, now), now);
            sheet.channelsUnpublished |= !Objects.equals(believed, mirror.believed());
        }
    }

    void answered(Fact.PushAnswered fact, long now, Consumer<Decision> out) {
        if (config.mirror(fact.channel()).isEmpty()) {
            return;
        }
        Mirror mirror = sheet.mirror(fact.channel());
        if (fact.outcome() == Fact.Outcome.REJECTED && mirror.awaits(fact.pushId())) {
            refused(mirror, mirror.inFlight.push(), now, out);
        }
        judge.answered(mirror, fact, now);
        sheet.channelsUnpublished = true;
    }

    private void refused(Mirror mirror, Decision.Push push, long now, Consumer<Decision> out) {
        if (mirror.refused == null || mirror.refused != push.target()) {
            out.accept(new Decision.Refused(push.channel(), push.target(), push.pushId(), sheet.version, now));
        }
        // A sink that has seen higher versions from a life before the last restart refuses all up to those.
        sheet.version += REFUSAL_STRIDE;
    }

    /**
     * An order line changed: ordering and cancelling it changed the figure its channel shows.
     *
     * @param old the line as it was; null when it is new
     * @param adjust takes the movements that follow
     */
    void lineChanged(String lineKey, Line old, Line line, long now, Consumer<Fact.StockMoved> adjust) {
        for (SellingChannel channel : config.mirrors()) {
            if (!channel.instance().equals(line.channel())) {
                sheet.mirror(channel.instance()).cover(lineKey);
            }
        }
        if (line.mirrored()) {
            for (Effect effect : LineEffects.between(old, line, now)) {
                happened(line.channel(), lineKey, effect, now, adjust);
            }
        }
    }

    /**
     * Something changed the figure that {@code channel} shows.
     *
     * @param cause what it was, as the id of the movement that may follow
     * @param adjust takes the movements that follow
     */
    void happened(String channel, String cause, Effect effect, long now, Consumer<Fact.StockMoved> adjust) {
        SellingChannel selling = config.mirror(channel).orElse(null);
        if (selling == null) {
            return;
        }
        Mirror mirror = sheet.mirror(channel);
        if (judge.happened(mirror, effect, now)) {
            sheet.channelsUnpublished = true;
        } else if (Long.signum(mirror.accepted) == Long.signum(effect.units())) {
            // It was taken for an edit before it came. Now that it counts by itself, the adjustment is undone.
            long undone = Long.signum(effect.units()) * Math.min(Math.abs(effect.units()), Math.abs(mirror.accepted));
            mirror.accepted -= undone;
            adjust.accept(adjustment(selling, cause, effect.at(), -undone, now));
        }
    }

    /** Corrects the shadows of channels whose figure nothing explained in time. */
    void quiet(long now, Consumer<Decision> out, Consumer<Fact.StockMoved> adjust) {
        for (Mirror mirror : sheet.mirrors.values()) {
            SellingChannel channel = config.mirror(mirror.channel).orElse(null);
            if (channel == null || mirror.inFlight != null || mirror.quietAt > now) {
                continue;
            }
            long more = -mirror.gap;
            sheet.drift += Math.abs(more);
            sheet.channelsUnpublished = true;
            mirror.acceptGap();
            Policy policy = isCounted ? channel.policy() : Policy.ENFORCE;
            out.accept(new Decision.Drifted(channel.instance(), more, policy, sheet.version, now));
            if (policy == Policy.ACCEPT) {
                mirror.accepted += more;
                adjust.accept(adjustment(channel, mirror.seen.id(), mirror.seen.at(), more, now));
            }
        }
    }

    /** When the next mirror needs attention: {@link Sheet#NEVER} when none does. */
    long nextDue(long now) {
        long next = Sheet.NEVER;
        for (Mirror mirror : sheet.mirrors.values()) {
            if (config.mirror(mirror.channel).isEmpty()) {
                continue;
            }
            next = Math.min(next, mirror.inFlight == null ? mirror.quietAt : mirror.inFlight.retryAt());
            if (mirror.refused != null && mirror.refusedUntil > now) {
                next = Math.min(next, mirror.refusedUntil);
            }
        }
        return next;
    }

    /** The hub's own clock times it: only stock that the hub itself counts is ever adjusted. */
    private Fact.StockMoved adjustment(SellingChannel channel, String cause, long at, long units, long now) {
        String id = key.adjustmentId(channel.instance(), cause, at, units);
        return new Fact.StockMoved(
                config.hub() + "|" + id, "0", config.hub(), channel.sells().get(0), units, now, false);
    }
}
