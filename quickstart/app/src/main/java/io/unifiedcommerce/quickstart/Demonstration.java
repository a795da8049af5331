package io.unifiedcommerce.quickstart;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.quickstart.live.ConnectorWatch;
import io.unifiedcommerce.quickstart.live.EventTally;
import io.unifiedcommerce.quickstart.live.GroupLag;
import io.unifiedcommerce.quickstart.live.Monitor;
import io.unifiedcommerce.quickstart.live.Notes;
import io.unifiedcommerce.quickstart.live.Phase;
import io.unifiedcommerce.quickstart.live.Screen;
import io.unifiedcommerce.quickstart.live.StageMeter;
import io.unifiedcommerce.quickstart.loop.Loop;
import io.unifiedcommerce.quickstart.loop.Outages;
import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.proof.Convergence;
import io.unifiedcommerce.quickstart.proof.StockProof;
import io.unifiedcommerce.quickstart.scenario.Books;
import io.unifiedcommerce.quickstart.scenario.OpeningStock;
import io.unifiedcommerce.quickstart.scenario.SalesDays;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plays the invoices over the running loop, shows what happens, and proves the end. */
final class Demonstration implements AutoCloseable {

    /** Half a minute on an idle machine; a build beside it may take most of the time. */
    private static final Duration OPENING_LIMIT = Duration.ofMinutes(6);

    /** A lost webhook is made up for by polling; with a killed worker and job on top this takes a minute or two. */
    private static final Duration SETTLING_LIMIT = Duration.ofMinutes(6);

    private static final Duration CALM = Duration.ofSeconds(4);

    private final Clock clock = Clock.systemUTC();
    private final Books books = new Books();
    private final Notes notes = new Notes();
    private final Loop loop;
    private final List<Invoice> invoices;
    private final Options options;
    private final PrintStream screen;
    private final Instant started;
    private final EventTally events;
    private final SalesDays days;
    private final Convergence convergence;

    /** @param started when the command was given */
    Demonstration(Loop loop, List<Invoice> invoices, Options options, PrintStream screen, Instant started) {
        this.loop = loop;
        this.invoices = invoices;
        this.options = options;
        this.screen = screen;
        this.started = started;
        this.events = new EventTally(consumer(), clock);
        this.days = new SalesDays(loop.retailer(), books, clock);
        this.convergence = new Convergence(this::proof, clock);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", loop.stack().broker().bootstrapServers(),
                        "group.id", "quickstart-view",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed",
                        "metadata.max.age.ms", "2000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private StockProof proof() {
        return StockProof.of(books, loop.retailer());
    }

    /** Opens, sells, settles and proves. */
    StockProof run() throws InterruptedException {
        books.delivered(loop.opening());
        events.start();
        if (options.faults()) {
            loop.misbehave();
        }
        StockProof end;
        try (Monitor monitor = monitor()) {
            monitor.start();
            end = run(monitor);
        }
        screen.println();
        end.report().forEach(screen::println);
        events.firstCapture()
                .ifPresent(at -> screen.printf(
                        "first event %d s after the start, all done after %d s%n",
                        Duration.between(started, at).toSeconds(),
                        Duration.between(started, clock.instant()).toSeconds()));
        return end;
    }

    private StockProof run(Monitor monitor) throws InterruptedException {
        StockProof opening = convergence.await(OPENING_LIMIT, Duration.ZERO);
        if (!opening.holds()) {
            return opening;
        }
        monitor.enter(Phase.SELLING);
        sell();
        monitor.enter(Phase.SETTLING);
        return convergence.await(SETTLING_LIMIT.plus(loop.quiet()), CALM);
    }

    private void sell() throws InterruptedException {
        if (!options.faults()) {
            days.play(invoices, options.speed());
            return;
        }
        try (Outages outages =
                new Outages(loop.worker(), loop.job(), () -> books.played().invoices(), invoices.size(), notes)) {
            outages.start();
            days.play(invoices, options.speed());
            outages.await();
        }
    }

    /** Takes deliveries and sells, again and again, until the thread is interrupted. */
    void serve() throws InterruptedException {
        OpeningStock delivery = loop.opening();
        try (Monitor monitor = monitor()) {
            monitor.enter(Phase.SELLING);
            monitor.start();
            for (int day = 1; true; day++) {
                loop.retailer().receive("delivery-" + day, delivery);
                books.delivered(delivery);
                days.play(invoices, options.speed());
            }
        }
    }

    private Monitor monitor() {
        ConnectorWatch connectors = new ConnectorWatch(loop.worker().rest(), loop.channels());
        Monitor.Sources sources =
                new Monitor.Sources(stages(), connectors, this::proof, this::problems, notes, invoices.size());
        return new Monitor(Screen.on(screen, options.terminal()), sources, started, clock);
    }

    private List<StageMeter> stages() {
        return List.of(
                new StageMeter(
                        "sold, returned, shipped, cancelled",
                        "sold",
                        () -> books.played().happenings()),
                new StageMeter(
                        "webhooks taken in",
                        "webhooks",
                        () -> loop.platforms().stream()
                                .mapToLong(platform -> platform.webhooks().acknowledged())
                                .sum()),
                new StageMeter("unified events", "events", events::captured),
                new StageMeter(
                        "stock positions of the ledger",
                        "positions",
                        () -> events.of(Entity.INVENTORY_POSITION),
                        lag(List.of(loop.ledgerGroup()))),
                new StageMeter("stock commands", "commands", () -> events.of(Entity.INVENTORY_TARGET)),
                new StageMeter(
                        "commands applied by the shops",
                        "applied",
                        () -> events.pushes("APPLIED"),
                        lag(loop.sinkGroups())));
    }

    private GroupLag lag(List<String> groups) {
        return new GroupLag(loop.stack().broker().admin(), groups, events);
    }

    private List<String> problems() {
        long deadLetters = events.deadLetters();
        return deadLetters == 0 ? List.of() : List.of(deadLetters + " dead letters");
    }

    @Override
    public void close() {
        events.close();
    }
}
