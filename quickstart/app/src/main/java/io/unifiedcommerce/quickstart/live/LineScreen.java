package io.unifiedcommerce.quickstart.live;

import java.io.PrintStream;
import java.time.Duration;

/** Prints a line every few seconds, and at once when the phase or the notes have changed. */
final class LineScreen implements Screen {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintStream output;
    private Frame last;

    LineScreen(PrintStream output) {
        this.output = output;
    }

    @Override
    public void show(Frame frame) {
        boolean isNews = last == null
                || last.phase() != frame.phase()
                || !last.notes().equals(frame.notes())
                || frame.elapsed().minus(INTERVAL).compareTo(last.elapsed()) >= 0;
        if (isNews) {
            output.println(FrameText.oneLine(frame));
            last = frame;
        }
    }
}
