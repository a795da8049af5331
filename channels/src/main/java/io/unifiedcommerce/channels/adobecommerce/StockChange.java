package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A command that is looked into: it is decided, or has source items to write.
 *
 * @param shown units shown before, in the command's sense
 * @param decided null while there is something to write
 */
record StockChange(StockCommand command, Long shown, List<SourceItem> items, WriteOutcome decided) {

    static StockChange decided(StockCommand command, WriteOutcome outcome) {
        return new StockChange(command, null, List.of(), outcome);
    }

    static StockChange rejected(StockCommand command, String message) {
        return decided(command, new WriteOutcome.Rejected(message));
    }

    /** Compares what is shown with what the command wants; whether something is to be written is left to the caller. */
    static WriteOutcome compared(StockCommand command, long shown) {
        if (shown == command.target()) {
            return new WriteOutcome.Applied(shown, shown, null);
        }
        boolean stale = command.mode() == WriteSpec.Mode.CAS && shown != command.expected();
        return stale ? new WriteOutcome.Conflict(shown, "the shop does not show " + command.expected()) : null;
    }

    /** Magento counts in fractions; what is less than a unit is none. */
    static long units(BigDecimal quantity) {
        return quantity.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
