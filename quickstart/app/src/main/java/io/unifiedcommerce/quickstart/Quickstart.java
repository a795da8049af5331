package io.unifiedcommerce.quickstart;

import io.unifiedcommerce.quickstart.Options.UsageException;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.Stack;
import io.unifiedcommerce.quickstart.stack.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command: starts the loop, shows it and ends with a code a script can test. */
public final class Quickstart {

    /** System property with the project's root directory; the script sets it. */
    private static final String HOME = "unifiedcommerce.home";

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Distribution distribution;
    private final Options options;
    private final PrintStream screen;

    private Quickstart(Distribution distribution, Options options, PrintStream screen) {
        this.distribution = distribution;
        this.options = options;
        this.screen = screen;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            Path home = Path.of(System.getProperty(HOME, "."));
            new Quickstart(Distribution.under(home), Options.parse(List.of(arguments)), System.out).run();
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(MISUSED);
        } catch (StackException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private void run() throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.open(options.directory());
        screen.println("Logs and data: " + directory.path());
        try (Stack stack = Stack.start(distribution.runtimes(), directory.path(), distribution.pluginArchives())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAtExit(stack, directory), "stop-stack"));
            screen.println("Kafka      " + stack.broker().bootstrapServers());
            screen.println("Connect    " + stack.worker().rest().address());
            screen.println("Till       " + stack.till().jdbcUrl());
            if (options.mode() == Options.Mode.SERVE) {
                screen.println("Running until Ctrl-C");
                new CountDownLatch(1).await();
            }
        }
        directory.discard();
    }

    /** Ctrl-C ends this JVM without leaving any block; the parts must still be stopped in their order. */
    private void stopAtExit(Stack stack, RunDirectory directory) {
        stack.close();
        if (options.mode() == Options.Mode.SERVE) {
            try {
                directory.discard();
            } catch (IOException e) {
                System.err.println("Could not remove " + directory.path() + ": " + e);
            }
        }
    }
}
