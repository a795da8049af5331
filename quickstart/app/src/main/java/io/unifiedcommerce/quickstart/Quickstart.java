package io.unifiedcommerce.quickstart;

import io.unifiedcommerce.quickstart.Options.UsageException;
import io.unifiedcommerce.quickstart.loop.Assortment;
import io.unifiedcommerce.quickstart.loop.Loop;
import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.RealOrders;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.Parts;
import io.unifiedcommerce.quickstart.stack.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The command: starts the loop, shows it and ends with a code a script can test. */
public final class Quickstart {

    /** System property with the project's root directory; the script sets it. */
    private static final String HOME = "unifiedcommerce.home";

    /** System property that is true where standard output is a terminal; Java 17 can tell that of input and output only. */
    private static final String TERMINAL = "unifiedcommerce.terminal";

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Distribution distribution;
    private final Options options;
    private final PrintStream screen;
    private volatile boolean keepsDirectory = true;
    private volatile boolean isStopping;
    private volatile boolean isOver;

    Quickstart(Distribution distribution, Options options, PrintStream screen) {
        this.distribution = distribution;
        this.options = options;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            Path home = Path.of(System.getProperty(HOME, "."));
            Options options = Options.parse(List.of(arguments), Boolean.getBoolean(TERMINAL));
            System.exit(new Quickstart(Distribution.under(home), options, System.out).run());
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(MISUSED);
        } catch (InterruptedException e) {
            // Ctrl-C: the shutdown hook does the rest.
            Thread.currentThread().interrupt();
        } catch (StackException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    /**
     * Returns the exit code.
     *
     * @throws InterruptedException at Ctrl-C
     */
    int run() throws IOException, InterruptedException {
        try {
            return play();
        } catch (RuntimeException | IOException e) {
            if (isStopping) {
                throw (InterruptedException)
                        new InterruptedException("stopped in the middle of something").initCause(e);
            }
            throw e;
        } finally {
            isOver = true;
        }
    }

    private int play() throws IOException, InterruptedException {
        Instant started = Instant.now();
        RunDirectory directory = RunDirectory.open(options.directory());
        RealOrders orders = RealOrders.load();
        List<Invoice> invoices = orders.invoices().limit(options.orders()).toList();
        screen.println("Starting Kafka, Connect, Flink and "
                + options.channels().titles() + "; logs and data: " + directory.path());
        try (Parts parts = new Parts()) {
            Thread player = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(player, parts, directory), "stop-loop"));
            Loop loop = parts.add(Loop.start(
                    distribution, options.channels(), directory.path(), Assortment.of(orders, invoices), invoices));
            loop.addresses().forEach(screen::println);
            Demonstration demonstration = parts.add(new Demonstration(loop, invoices, options, screen, started));
            if (!demonstration.run().holds()) {
                screen.println("Logs and data are kept in " + directory.path());
                return FAILED;
            }
            keepsDirectory = false;
            if (options.mode() == Options.Mode.SERVE) {
                demonstration.serve();
            }
        }
        directory.discard();
        return 0;
    }

    /**
     * At Ctrl-C this JVM ends without leaving any block; the parts must still be stopped in their order, and not before the
     * player lets go of them.
     */
    private void stop(Thread player, Parts parts, RunDirectory directory) {
        if (isOver) {
            return;
        }
        isStopping = true;
        player.interrupt();
        try {
            player.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.close();
        if (keepsDirectory) {
            screen.println("Stopped; logs and data are kept in " + directory.path());
            return;
        }
        try {
            directory.discard();
        } catch (IOException e) {
            System.err.println("Could not remove " + directory.path() + ": " + e);
        }
    }
}
