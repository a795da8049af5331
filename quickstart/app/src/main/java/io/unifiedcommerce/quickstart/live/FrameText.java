package io.unifiedcommerce.quickstart.live;

import io.unifiedcommerce.quickstart.proof.StockComparison;
import io.unifiedcommerce.quickstart.scenario.Played;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a look at the loop as text: as a page of at most {@link #WIDTH} columns, or as one line. */
final class FrameText {

    /** A line that is longer than the terminal is wide takes two rows, and the next page would be painted too low. */
    static final int WIDTH = 79;

    private static final int BAR = 40;

    private FrameText() {}

    static List<String> page(Frame frame) {
        List<String> lines = new ArrayList<>();
        lines.add(line("%s  %s  %s", time(frame.elapsed()), bar(frame), progress(frame)));
        lines.add("");
        lines.add(line("%-34s %12s %10s %8s", "stage", "total", "per s", "lag"));
        frame.stages().forEach(stage -> lines.add(stage(stage)));
        lines.add("");
        lines.add(line("%-10s %-38s %12s %12s", "channel", "connectors", "SKUs differ", "units apart"));
        frame.channels().forEach(channel -> lines.add(channel(channel)));
        lines.add("");
        lines.add(counts(frame));
        frame.notes().forEach(note -> lines.add("! " + note));
        lines.replaceAll(text -> text.length() > WIDTH ? text.substring(0, WIDTH) : text);
        return lines;
    }

    static String oneLine(Frame frame) {
        String rates = frame.stages().stream()
                .map(stage -> line("%.0f %s", stage.perSecond(), stage.word()))
                .collect(Collectors.joining(", "));
        String lags = frame.stages().stream()
                .filter(stage -> stage.lag().isPresent())
                .map(stage -> line("%,d %s", stage.lag().getAsLong(), stage.word()))
                .collect(Collectors.joining(", "));
        String apart = frame.channels().stream()
                .map(ChannelRow::stock)
                .map(stock -> line(
                        "%,d %s", stock.differences().size(), stock.channel().instance()))
                .collect(Collectors.joining(", "));
        return line(
                "%s %s | per s: %s | lag: %s | SKUs differ: %s | oversold %,d",
                time(frame.elapsed()), progress(frame), rates, lags, apart, frame.oversold());
    }

    private static String bar(Frame frame) {
        int done = frame.invoices() == 0 ? 0 : (int) (BAR * frame.played().invoices() / frame.invoices());
        return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "]";
    }

    private static String progress(Frame frame) {
        return line("%s %,d/%,d", frame.phase().title(), frame.played().invoices(), frame.invoices());
    }

    private static String stage(Stage stage) {
        String lag = stage.lag().isPresent() ? line("%,d", stage.lag().getAsLong()) : "";
        return line("%-34s %,12d %,10.1f %8s", stage.name(), stage.total(), stage.perSecond(), lag);
    }

    private static String channel(ChannelRow row) {
        StockComparison stock = row.stock();
        return line(
                "%-10s %-38s %,12d %,12d",
                stock.channel().instance(),
                row.connectors(),
                stock.differences().size(),
                stock.unitsApart());
    }

    private static String counts(Frame frame) {
        Played played = frame.played();
        return line(
                "orders %,d  returns %,d  shipped %,d  cancelled %,d  out of stock %,d  oversold %,d",
                played.orders(),
                played.returns(),
                played.shipped(),
                played.cancelled(),
                played.refused(),
                frame.oversold());
    }

    private static String time(Duration elapsed) {
        return line("%02d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
