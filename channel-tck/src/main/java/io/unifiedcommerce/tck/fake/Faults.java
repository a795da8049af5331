package io.unifiedcommerce.tck.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The misbehaviour ordered from a fake. Scripted faults come first, in the order of the script; then random ones,
 * drawn from the seed. Thread safe; with requests in parallel the seed fixes the sequence of draws, not which request
 * meets which.
 */
public final class Faults {
    /** Matches every request. */
    public static final Predicate<HttpCall> ANY = call -> true;

    private record Scripted(Predicate<HttpCall> on, Fault fault) {}

    private record Drawn<F>(double probability, Predicate<HttpCall> on, F fault) {}

    private record Afterwards(Predicate<HttpCall> on, Runnable action) {}

    private final Random random;
    private final Deque<Scripted> script = new ArrayDeque<>();
    private final List<Drawn<Fault>> drawn = new CopyOnWriteArrayList<>();
    private final Deque<Afterwards> afterwards = new ArrayDeque<>();
    private final Deque<WebhookFault> webhookScript = new ArrayDeque<>();
    private final List<Drawn<WebhookFault>> webhookDrawn = new CopyOnWriteArrayList<>();
    private final Set<String> withdrawnScopes = ConcurrentHashMap.newKeySet();
    private volatile Duration listLag = Duration.ZERO;
    private volatile Duration writeLag = Duration.ZERO;

    Faults(long seed) {
        random = new Random(seed);
    }

    /** Matches requests whose path contains the text. */
    public static Predicate<HttpCall> path(String part) {
        return call -> call.path().contains(part);
    }

    /** Matches requests whose body contains the text, for example the name of a GraphQL field. */
    public static Predicate<HttpCall> body(String part) {
        return call -> call.text().contains(part);
    }

    /** The next requests meet these faults, one each. */
    public Faults next(Fault... faults) {
        return next(ANY, faults);
    }

    /** The next requests that match meet these faults, one each. */
    public Faults next(Predicate<HttpCall> on, Fault... faults) {
        synchronized (script) {
            Arrays.stream(faults).forEach(fault -> script.add(new Scripted(on, fault)));
        }
        return this;
    }

    /** Each matching request meets the fault with this probability (0 to 1) until {@link #clear()}. */
    public Faults randomly(double probability, Predicate<HttpCall> on, Fault fault) {
        drawn.add(new Drawn<>(probability, on, fault));
        return this;
    }

    /** Runs the action right after the next matching answer is made: pages shift under the reader's feet. */
    public Faults afterNext(Predicate<HttpCall> on, Runnable action) {
        synchronized (afterwards) {
            afterwards.add(new Afterwards(on, action));
        }
        return this;
    }

    public Faults nextWebhooks(WebhookFault... faults) {
        synchronized (webhookScript) {
            webhookScript.addAll(List.of(faults));
        }
        return this;
    }

    public Faults webhooksRandomly(double probability, WebhookFault fault) {
        webhookDrawn.add(new Drawn<>(probability, ANY, fault));
        return this;
    }

    /** From now on the access token lacks the scope. */
    public Faults withdrawScope(String scope) {
        withdrawnScopes.add(scope);
        return this;
    }

    /** Lists lag behind writes by this much on the clock of the fake. Reads by id do not. */
    public Faults listLag(Duration lag) {
        listLag = lag;
        return this;
    }

    /** Writes that the platform carries out in the background take this long on the clock of the fake. */
    public Faults writeLag(Duration lag) {
        writeLag = lag;
        return this;
    }

    /** Good behaviour from now on. */
    public void clear() {
        synchronized (script) {
            script.clear();
        }
        synchronized (afterwards) {
            afterwards.clear();
        }
        synchronized (webhookScript) {
            webhookScript.clear();
        }
        drawn.clear();
        webhookDrawn.clear();
        withdrawnScopes.clear();
        listLag = Duration.ZERO;
        writeLag = Duration.ZERO;
    }

    public boolean withdrawn(String scope) {
        return withdrawnScopes.contains(scope);
    }

    public Duration listLag() {
        return listLag;
    }

    public Duration writeLag() {
        return writeLag;
    }

    Optional<Fault> draw(HttpCall call) {
        synchronized (script) {
            Iterator<Scripted> scripted = script.iterator();
            while (scripted.hasNext()) {
                Scripted next = scripted.next();
                if (next.on().test(call)) {
                    scripted.remove();
                    return Optional.of(next.fault());
                }
            }
        }
        return draw(drawn, call);
    }

    Optional<WebhookFault> drawForWebhook() {
        synchronized (webhookScript) {
            if (!webhookScript.isEmpty()) {
                return Optional.of(webhookScript.poll());
            }
        }
        return draw(webhookDrawn, null);
    }

    void answered(HttpCall call) {
        Runnable action = null;
        synchronized (afterwards) {
            Iterator<Afterwards> all = afterwards.iterator();
            while (action == null && all.hasNext()) {
                Afterwards next = all.next();
                if (next.on().test(call)) {
                    all.remove();
                    action = next.action();
                }
            }
        }
        if (action != null) {
            action.run();
        }
    }

    private <F> Optional<F> draw(List<Drawn<F>> faults, HttpCall call) {
        for (Drawn<F> fault : faults) {
            if (fault.on().test(call)) {
                double value;
                synchronized (random) {
                    value = random.nextDouble();
                }
                if (value < fault.probability()) {
                    return Optional.of(fault.fault());
                }
            }
        }
        return Optional.empty();
    }
}
