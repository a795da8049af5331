package io.unifiedcommerce.quickstart;

import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for on the command line.
 *
 * @param mode what happens when all orders are played
 * @param channels where is sold
 * @param speed sales and returns per second over all channels
 * @param orders how many of the real invoices are played, from the first
 * @param faults whether things go wrong on purpose
 * @param directory where logs and data go; empty for a new temporary directory
 * @param terminal whether somebody watches, so that the view may paint over itself
 */
record Options(
        Mode mode,
        ChannelChoice channels,
        double speed,
        int orders,
        boolean faults,
        Optional<Path> directory,
        boolean terminal) {

    static final String USAGE = """
            Usage: quickstart.sh [--once | --serve] [--channels LIST] [--speed N] [--orders N] [--faults]
                                 [--dir PATH]
              --once      stop after the proof; the exit code is 0 where it holds, else 1 (the default)
              --serve     keep everything running after the proof, until Ctrl-C
              --channels LIST  names of channels, separated by commas, or all
                          (default shopify,bigcommerce,unicenta-opos)
              --speed N   sales and returns per second, above 0 (default 10)
              --orders N  number of real invoices to play, 1 to 1275 (default 400)
              --faults    lose, double and delay webhooks, fail requests, kill the worker and the job
              --dir PATH  an empty or new directory for logs and data, kept afterwards
            """;

    /** What happens after the proof. */
    enum Mode {
        ONCE,
        SERVE
    }

    private static final double DEFAULT_SPEED = 10;
    private static final int DEFAULT_ORDERS = 400;

    /**
     * @param terminal whether standard output is one
     * @throws UsageException for an unknown option and for a value that its option does not take
     */
    static Options parse(List<String> arguments, boolean terminal) {
        Options options = new Options(
                Mode.ONCE, ChannelChoice.standard(), DEFAULT_SPEED, DEFAULT_ORDERS, false, Optional.empty(), terminal);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) {
        return switch (option) {
            case "--once" -> new Options(Mode.ONCE, channels, speed, orders, faults, directory, terminal);
            case "--serve" -> new Options(Mode.SERVE, channels, speed, orders, faults, directory, terminal);
            case "--channels" -> new Options(mode, choice(option, rest), speed, orders, faults, directory, terminal);
            case "--speed" -> new Options(mode, channels, number(option, rest), orders, faults, directory, terminal);
            case "--orders" ->
                new Options(mode, channels, speed, (int) number(option, rest), faults, directory, terminal);
            case "--faults" -> new Options(mode, channels, speed, orders, true, directory, terminal);
            case "--dir" ->
                new Options(mode, channels, speed, orders, faults, Optional.of(Path.of(value(option, rest))), terminal);
            default -> throw new UsageException("Unknown option " + option);
        };
    }

    private static ChannelChoice choice(String option, Deque<String> rest) {
        try {
            return ChannelChoice.parse(value(option, rest));
        } catch (IllegalArgumentException e) {
            throw e instanceof UsageException usage ? usage : new UsageException(option + ": " + e.getMessage());
        }
    }

    private static double number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && number < Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " needs a number, not " + value);
        }
        throw new UsageException(option + " needs a number above 0, not " + value);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.pop();
    }

    /** The command line cannot be understood; the message says which part of it. */
    static final class UsageException extends IllegalArgumentException {

        private UsageException(String message) {
            super(message);
        }
    }
}
