package io.unifiedcommerce.quickstart.proof;

import io.unifiedcommerce.quickstart.scenario.Books;
import io.unifiedcommerce.quickstart.scenario.Played;
import io.unifiedcommerce.quickstart.scenario.Retailer;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether every channel shows the stock that must be, at one moment.
 *
 * @param channels one comparison per channel
 * @param oversold units sold that nobody has
 */
public record StockProof(List<StockComparison> channels, Played played, long oversold) {

    private static final int DIFFERENCES_SHOWN = 10;

    public StockProof {
        channels = List.copyOf(channels);
    }

    /** Asks every channel for its own stock now. */
    public static StockProof of(Books books, Retailer retailer) {
        return new StockProof(
                retailer.channels().stream()
                        .map(channel ->
                                StockComparison.of(channel, books.expected().shownBy(channel), retailer.stock(channel)))
                        .toList(),
                books.played(),
                books.expected().oversold());
    }

    /** A proof about nothing proves nothing: there must be SKUs to compare. */
    public boolean holds() {
        return channels.stream().allMatch(channel -> channel.agrees() && channel.skus() > 0);
    }

    /** What is shown at the end, the verdict on the last line. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "%-10s %-15s %14s %13s %13s", "channel", "platform", "SKUs compared", "SKUs differ", "units apart"));
        for (StockComparison channel : channels) {
            lines.add(line(
                    "%-10s %-15s %,14d %,13d %,13d",
                    channel.channel().instance(),
                    channel.channel().platform(),
                    channel.skus(),
                    channel.differences().size(),
                    channel.unitsApart()));
        }
        channels.forEach(channel -> lines.addAll(differences(channel)));
        lines.add("");
        lines.add(line(
                "played: %,d orders with %,d lines, %,d lines returned, %,d orders shipped, %,d cancelled",
                played.orders(), played.lines(), played.returns(), played.shipped(), played.cancelled()));
        lines.add(line("refused as out of stock: %,d lines; oversold: %,d units", played.refused(), oversold));
        lines.add(
                holds() ? "PASS: every channel shows the stock that the orders lead to" : "FAIL: the channels differ");
        return lines;
    }

    private static List<String> differences(StockComparison channel) {
        return channel.differences().entrySet().stream()
                .limit(DIFFERENCES_SHOWN)
                .map(entry -> difference(channel.channel(), entry))
                .toList();
    }

    private static String difference(SalesChannel channel, Map.Entry<String, StockComparison.Difference> entry) {
        return line(
                "  %s %s: expected %s, shows %s",
                channel.instance(),
                entry.getKey(),
                entry.getValue().expected(),
                entry.getValue().shown());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
