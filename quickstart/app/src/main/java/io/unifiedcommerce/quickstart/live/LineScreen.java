package io.unifiedcommerce.quickstart.live;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Prints a line every few seconds and when the phase changes, and each note once when it comes. */
final class LineScreen implements Screen {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintStream output;
    private Set<String> noted = Set.of();
    private Frame last;

    LineScreen(PrintStream output) {
        this.output = output;
    }

    @Override
    public void show(Frame frame) {
        note(frame.notes());
        boolean isDue = last == null
                || last.phase() != frame.phase()
                || frame.elapsed().minus(INTERVAL).compareTo(last.elapsed()) >= 0;
        if (isDue) {
            output.println(FrameText.oneLine(frame));
            last = frame;
        }
    }

    /** A note that went away and comes back is news again. */
    private void note(List<String> notes) {
        notes.stream().filter(note -> !noted.contains(note)).forEach(note -> output.println("! " + note));
        noted = new HashSet<>(notes);
    }
}
