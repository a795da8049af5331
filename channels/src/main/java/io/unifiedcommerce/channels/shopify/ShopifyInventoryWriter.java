package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the item and location of each command, then hands deltas and quantities to their own mutations. */
final class ShopifyInventoryWriter implements Writer<StockCommand> {
    /** Bound of {@code available} in inventorySetQuantities; deltas beyond it could not succeed either. */
    private static final long MAX_QUANTITY = 1_000_000_000;

    private final InventoryItems items;
    private final StockLocations locations;
    private final StockAdjustments adjustments;
    private final StockQuantities quantities;

    ShopifyInventoryWriter(WriteContext context) {
        this.items = new InventoryItems(context.client(), context.clock());
        this.locations = new StockLocations(context.client());
        StockRowRepair repair = new StockRowRepair(context.client(), items);
        this.adjustments = new StockAdjustments(context.client(), repair);
        this.quantities = new StockQuantities(context.client(), repair);
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockRow> deltas = new ArrayList<>();
        List<StockRow> absolute = new ArrayList<>();
        Map<String, InventoryItems.Lookup> found =
                items.find(commands.stream().map(StockCommand::sku).distinct().toList());
        for (StockCommand command : commands) {
            try {
                StockRow row = row(command, found.get(command.sku()));
                (command.mode() == WriteSpec.Mode.DELTA ? deltas : absolute).add(row);
            } catch (UnusableCommandException e) {
                outcomes.accept(command, new WriteOutcome.Rejected(e.getMessage()));
            }
        }
        adjustments.write(deltas, outcomes);
        quantities.write(absolute, outcomes);
    }

    private StockRow row(StockCommand command, InventoryItems.Lookup found) {
        long number = command.mode() == WriteSpec.Mode.DELTA ? command.delta() : command.target();
        if (Math.abs(number) > MAX_QUANTITY) {
            throw new UnusableCommandException("the quantity is beyond Shopify's bound of " + MAX_QUANTITY);
        }
        return new StockRow(command, found.item(), locations.gid(command.locationId()), 0, false);
    }
}
