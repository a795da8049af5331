package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands about what lies at one source. */
final class SourceQuantities {
    private final SourceItems items;
    private final String source;

    SourceQuantities(ChannelClient client, String source) {
        this.items = new SourceItems(client);
        this.source = source;
    }

    List<StockChange> changes(List<StockCommand> commands) {
        List<String> skus = commands.stream().map(StockCommand::sku).toList();
        Map<String, SourceItem> found = items.read(source, skus);
        List<String> missing = skus.stream()
                .filter(sku -> !found.containsKey(SourceItems.folded(sku)))
                .toList();
        Set<String> unknown = items.unknown(missing);
        return commands.stream()
                .map(command -> unknown.contains(SourceItems.folded(command.sku()))
                        ? StockChange.rejected(
                                command,
                                "SKU '" + command.sku()
                                        + "' is not in the shop; create it there or map it to another SKU")
                        : change(command, found.get(SourceItems.folded(command.sku()))))
                .toList();
    }

    /** @param now null when the item is not assigned to the source, which a save does */
    private StockChange change(StockCommand command, SourceItem now) {
        long shown = now == null ? 0 : StockChange.units(now.quantity());
        WriteOutcome decided = StockChange.compared(command, shown);
        if (decided != null) {
            return StockChange.decided(command, decided);
        }
        // Staff who take an item from sale mean it, whatever lies there.
        boolean inStock = now == null || now.inStock() || shown <= 0;
        SourceItem target = new SourceItem(
                now == null ? command.sku() : now.sku(), source, BigDecimal.valueOf(command.target()), inStock);
        return new StockChange(command, shown, List.of(target), null);
    }
}
