package io.unifiedcommerce.flink.inventory.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A channel of a generated world: shows a figure, sells, is pushed to, and tells of all that unreliably. */
final class Shop {

    final String instance;
    long figure;
    long changedAt;
    /** From now on the sink knows whether it wrote. */
    boolean isSure;

    private final WorldPlan plan;
    private final Agenda agenda;
    private final Random random;
    private final Consumer<Fact> ledger;
    private final Map<String, Fact.PushAnswered> done = new HashMap<>();
    private long changes;
    private long newestVersion;
    private String newestPush = "";

    private final boolean isStubborn;

    /** Error of the channel's clock, always the same. */
    private final long skew;

    /** The channel does not say when a figure changed: the connector takes the time of reading. */
    private final boolean isVague;

    Shop(String instance, long figure, WorldPlan plan, Agenda agenda, Random random, Consumer<Fact> ledger) {
        this.instance = instance;
        this.plan = plan;
        this.figure = figure;
        this.skew = plan.clockSkew() == 0 ? 0 : random.nextLong(-plan.clockSkew(), plan.clockSkew());
        this.isVague = random.nextInt(3) == 0;
        this.isStubborn = random.nextBoolean();
        this.changedAt = agenda.now() + skew;
        this.agenda = agenda;
        this.random = random;
        this.ledger = ledger;
    }

    /** The figure changes; a webhook may tell of it, late, twice or never. */
    void change(long units) {
        figure += units;
        changedAt = Math.max(changedAt + 1, stamp());
        changes++;
        if (random.nextDouble() >= plan.lostLevels()) {
            tellLevel();
            if (random.nextInt(5) == 0) {
                tellLevel();
            }
        }
    }

    /** A read of the whole channel: what it shows is true now. */
    void read() {
        long at = skew == 0 && isVague ? agenda.now() : changedAt;
        Fact fact = new Fact.MirrorSeen(instance, figure, at, agenda.now(), version(), "read-" + changes);
        agenda.in(random.nextInt(300), () -> ledger.accept(fact));
    }

    /** The sink refuses versions that are not newer, unless it is the newest push again. */
    void receive(Decision.Push push) {
        boolean isNewest = push.pushId().equals(newestPush);
        if (push.version() <= newestVersion && !isNewest && !done.containsKey(push.pushId())) {
            Fact refusal = answer(push, Fact.Outcome.REJECTED, null, null);
            agenda.in(latency(), () -> ledger.accept(refusal));
            return;
        }
        if (push.version() > newestVersion) {
            newestVersion = push.version();
            newestPush = push.pushId();
        }
        agenda.in(20 + latency(), () -> carryOut(push));
    }

    long stamp() {
        long jitter = plan.clockJitter() == 0 ? 0 : random.nextLong(-plan.clockJitter(), plan.clockJitter());
        return agenda.now() + skew + jitter;
    }

    private void carryOut(Decision.Push push) {
        boolean isUnknown = !isSure && random.nextDouble() < plan.unknownAnswers();
        Fact.PushAnswered answer = done.get(push.pushId());
        if (answer == null && (!isUnknown || random.nextBoolean())) {
            answer = write(push);
        }
        if (isUnknown && isStubborn) {
            // This sink never tries again what may have been written.
            answer = answer(push, Fact.Outcome.UNKNOWN, null, null);
            done.put(push.pushId(), answer);
        } else if (isUnknown || answer == null) {
            boolean isReadBack = random.nextBoolean();
            if (isReadBack) {
                // The connection is closed: what was not written by now never will be under this id.
                done.putIfAbsent(push.pushId(), answer(push, Fact.Outcome.UNKNOWN, null, figure));
            }
            answer = answer(push, Fact.Outcome.UNKNOWN, null, isReadBack ? figure : null);
        }
        Fact.PushAnswered told = answer;
        agenda.in(latency(), () -> ledger.accept(told));
        if (random.nextInt(5) == 0) {
            agenda.in(latency(), () -> ledger.accept(told));
        }
    }

    private Fact.PushAnswered write(Decision.Push push) {
        long before = figure;
        if (push.mode() == PushMode.CAS && figure != push.expected()) {
            return answer(push, Fact.Outcome.CONFLICT, null, figure);
        }
        change(push.mode() == PushMode.DELTA ? push.delta() : push.target() - figure);
        boolean isTalkative = random.nextBoolean();
        Fact.PushAnswered answer =
                answer(push, Fact.Outcome.APPLIED, isTalkative ? before : null, isTalkative ? figure : null);
        done.put(push.pushId(), answer);
        return answer;
    }

    private Fact.PushAnswered answer(Decision.Push push, Fact.Outcome outcome, Long before, Long after) {
        return new Fact.PushAnswered(
                push.pushId(), instance, outcome, push.mode(), push.delta(), before, after, changedAtLeast());
    }

    private long changedAtLeast() {
        return Math.max(changedAt, stamp());
    }

    private void tellLevel() {
        Fact fact = new Fact.MirrorSeen(instance, figure, changedAt, null, version(), "change-" + changes);
        agenda.in(latency() * (random.nextInt(10) == 0 ? 100 : 1), () -> ledger.accept(fact));
    }

    private String version() {
        return String.format("%08d", changes);
    }

    private long latency() {
        return (long) (-Math.log(1 - random.nextDouble()) * 400);
    }
}
