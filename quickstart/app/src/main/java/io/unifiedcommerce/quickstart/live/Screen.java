package io.unifiedcommerce.quickstart.live;

import java.io.PrintStream;

/** Where looks at the loop are shown. */
public interface Screen {

    /** Shows a look; called each second. */
    void show(Frame frame);

    /** A page that is painted over itself where somebody watches, else a line now and then. */
    static Screen on(PrintStream output, boolean isTerminal) {
        return isTerminal ? new TerminalScreen(output) : new LineScreen(output);
    }
}
