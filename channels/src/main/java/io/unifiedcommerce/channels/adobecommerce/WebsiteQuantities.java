package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Commands about what a website may sell. Only the difference is written, so that reservations, which nobody can read, and
 * whatever else Magento takes off stay as they are.
 */
final class WebsiteQuantities {
    private final WebsiteStock stock;
    private final SourceItems items;
    private final String website;

    WebsiteQuantities(ChannelClient client, String website) {
        this.stock = new WebsiteStock(client, website);
        this.items = new SourceItems(client);
        this.website = website;
    }

    List<StockChange> changes(List<StockCommand> commands) {
        List<String> sources = stock.sources();
        if (sources.isEmpty()) {
            return commands.stream()
                    .map(command -> StockChange.rejected(
                            command,
                            "no stock with an enabled source is sold on website '" + website
                                    + "'; assign one in Stores > Inventory > Stocks"))
                    .toList();
        }
        List<String> skus = commands.stream().map(StockCommand::sku).toList();
        // Before the salable quantities: an order that comes in between takes nothing off the sources.
        Map<String, Map<String, SourceItem>> bySource = new HashMap<>();
        sources.forEach(source -> bySource.put(source, items.read(source, skus)));
        Map<String, BigDecimal> salable = stock.salable(skus);
        return commands.stream()
                .map(command -> change(
                        command,
                        salable.get(SourceItems.folded(command.sku())),
                        sources.stream()
                                .map(source -> bySource.get(source)
                                        .getOrDefault(
                                                SourceItems.folded(command.sku()),
                                                new SourceItem(command.sku(), source, BigDecimal.ZERO, false)))
                                .toList()))
                .toList();
    }

    private StockChange change(StockCommand command, BigDecimal salable, List<SourceItem> there) {
        if (salable == null) {
            return StockChange.rejected(
                    command,
                    "SKU '" + command.sku() + "' is not sold on website '" + website
                            + "'; assign it there or map it to another SKU");
        }
        long shown = StockChange.units(salable);
        WriteOutcome decided = StockChange.compared(command, shown);
        if (decided != null) {
            return StockChange.decided(command, decided);
        }
        List<SourceItem> changed = spread(BigDecimal.valueOf(command.target()).subtract(salable), there);
        return changed.isEmpty()
                ? StockChange.rejected(
                        command,
                        "website '" + website + "' sells more of SKU '" + command.sku()
                                + "' than its sources hold; turn its backorders off")
                : new StockChange(command, shown, changed, null);
    }

    /**
     * Adds to the first source; takes from one after the other, from none more than lies there.
     *
     * @return empty when there is not enough to take
     */
    private static List<SourceItem> spread(BigDecimal difference, List<SourceItem> there) {
        if (difference.signum() > 0) {
            SourceItem first = there.get(0);
            return List.of(first.holding(first.counted().add(difference)));
        }
        List<SourceItem> changed = new ArrayList<>();
        BigDecimal rest = difference.negate();
        for (SourceItem item : there) {
            BigDecimal taken = rest.min(item.counted().max(BigDecimal.ZERO));
            if (taken.signum() > 0) {
                changed.add(item.holding(item.quantity().subtract(taken)));
                rest = rest.subtract(taken);
            }
        }
        return rest.signum() > 0 ? List.of() : changed;
    }
}
