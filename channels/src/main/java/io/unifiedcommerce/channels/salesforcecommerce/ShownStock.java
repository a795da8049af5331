package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The stock of one of the platform's two engines. */
interface ShownStock {

    /** What is wrong with a command for this engine; null for nothing. */
    String problem(StockCommand command);

    /** Units available to sell, where they are known; an engine reads only what it needs to. */
    Map<StockCommand, Long> available(List<StockCommand> commands);

    /** Makes the stock show the commands' targets. */
    void set(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes);
}
