package io.unifiedcommerce.quickstart.live;

import java.io.PrintStream;
import java.util.List;

/** Paints each page over the one before, by the cursor sequences that every terminal since the VT100 knows. */
final class TerminalScreen implements Screen {

    private static final String UP = "\033[%dA";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintStream output;
    private int painted;

    TerminalScreen(PrintStream output) {
        this.output = output;
    }

    @Override
    public void show(Frame frame) {
        List<String> lines = FrameText.page(frame);
        StringBuilder page = new StringBuilder();
        if (painted > 0) {
            page.append(String.format(UP, painted));
        }
        lines.forEach(line -> page.append(line).append(CLEAR_LINE).append('\n'));
        output.print(page.append(CLEAR_BELOW));
        output.flush();
        painted = lines.size();
    }
}
