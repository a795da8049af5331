package io.unifiedcommerce.quickstart.lifeline;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ties this JVM to the process that started it: the parent holds the other end of standard input open, and its end is
 * the order to stop. The operating system closes a pipe even for a parent killed with -9, so no child outlives it.
 */
public final class Lifeline {

    /** A worker whose broker has gone never finishes its shutdown hooks; after this time it is halted. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Lifeline() {}

    /** Returns at once; from now on the JVM exits when standard input ends. Call it first in {@code main}. */
    public static void hold() {
        daemon("lifeline", Lifeline::exitAtEndOfInput);
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said on this line: only its end counts.
            }
        } catch (IOException e) {
            System.err.println("Standard input failed, which ends this process as its end would: " + e);
        }
        daemon("lifeline-deadline", Lifeline::haltAfterGrace);
        System.exit(0);
    }

    private static void haltAfterGrace() {
        long deadline = System.nanoTime() + GRACE_NANOS;
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(deadline - System.nanoTime());
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
