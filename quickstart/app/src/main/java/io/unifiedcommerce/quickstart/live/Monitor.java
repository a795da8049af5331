package io.unifiedcommerce.quickstart.live;

import io.unifiedcommerce.quickstart.proof.StockProof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at the whole loop each second and shows it. */
public final class Monitor implements AutoCloseable {

    private final Screen screen;
    private final Sources sources;
    private final Instant started;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "monitor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Phase phase = Phase.OPENING;

    /**
     * What is looked at.
     *
     * @param invoices how many there are to play
     */
    public record Sources(
            List<StageMeter> stages,
            ConnectorWatch connectors,
            Supplier<StockProof> proof,
            Supplier<List<String>> problems,
            Notes notes,
            int invoices) {

        public Sources {
            stages = List.copyOf(stages);
        }
    }

    /** @param started when the command was given */
    public Monitor(Screen screen, Sources sources, Instant started, Clock clock) {
        this.screen = screen;
        this.sources = sources;
        this.started = started;
        this.clock = clock;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    public void enter(Phase next) {
        phase = next;
    }

    private void look() {
        try {
            screen.show(frame());
        } catch (RuntimeException e) {
            // A timer drops a task that throws: the screen would stand still without a word.
            sources.notes().add("The view failed: " + e);
        }
    }

    private Frame frame() {
        Duration elapsed = Duration.between(started, clock.instant());
        StockProof proof = sources.proof().get();
        sources.connectors().look();
        List<String> notes = new ArrayList<>(sources.notes().all());
        notes.addAll(sources.connectors().problems());
        notes.addAll(sources.problems().get());
        return new Frame(
                phase,
                elapsed,
                proof.played(),
                sources.invoices(),
                sources.stages().stream().map(stage -> stage.measure(elapsed)).toList(),
                proof.channels().stream()
                        .map(stock -> new ChannelRow(stock, sources.connectors().describe(stock.channel())))
                        .toList(),
                proof.oversold(),
                notes);
    }

    /** Shows a last look and stops. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
