package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Compares what the store shows with what commands expect and ask for, and writes what differs. */
final class SalesforceInventoryWriter implements Writer<StockCommand> {
    private final ShownStock stock;

    SalesforceInventoryWriter(ShownStock stock) {
        this.stock = stock;
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockCommand> usable = new ArrayList<>();
        for (StockCommand command : commands) {
            String problem = problem(command);
            if (problem == null) {
                usable.add(command);
            } else {
                outcomes.accept(command, new WriteOutcome.Rejected(problem));
            }
        }
        Map<StockCommand, Long> available = stock.available(usable);
        List<StockCommand> differing = new ArrayList<>();
        for (StockCommand command : usable) {
            Long shown = available.get(command);
            if (shown != null && shown == command.target()) {
                outcomes.accept(command, new WriteOutcome.Applied(null, shown, null));
            } else if (command.mode() == WriteSpec.Mode.CAS
                    && !command.expected().equals(shown)) {
                outcomes.accept(
                        command, new WriteOutcome.Conflict(shown, "the store does not show " + command.expected()));
            } else {
                differing.add(command);
            }
        }
        stock.set(differing, outcomes);
    }

    private String problem(StockCommand command) {
        if (command.mode() == WriteSpec.Mode.DELTA) {
            return "Salesforce takes no changes of stock; use mode CAS or SET";
        }
        if (command.locationId() == null) {
            return "location_id is missing; name the inventory list, or the location of Omnichannel Inventory";
        }
        if (command.target() < 0) {
            return "target is negative; Salesforce takes no stock below 0";
        }
        return stock.problem(command);
    }
}
