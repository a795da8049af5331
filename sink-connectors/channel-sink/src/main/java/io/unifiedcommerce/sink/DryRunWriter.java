package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes nothing and says so: a ledger must not believe that the store shows what it does not.
 *
 * @param <C> the kind of command
 */
final class DryRunWriter<C extends WriteCommand> implements Writer<C> {
    static final String MESSAGE = "dry run: nothing was written";

    private static final Logger LOG = LoggerFactory.getLogger(DryRunWriter.class);

    private final String what;
    private long commands;
    private long toZero;

    /** @param what what would be written and where to, for the log */
    DryRunWriter(String what) {
        this.what = what;
    }

    @Override
    public void write(List<C> batch, BiConsumer<C, WriteOutcome> outcomes) {
        commands += batch.size();
        toZero += batch.stream()
                .filter(command -> command instanceof StockCommand stock && stock.target() <= 0)
                .count();
        LOG.info("Dry run: {}: {} commands so far, {} of them to zero stock", what, commands, toZero);
        batch.forEach(command -> outcomes.accept(command, new WriteOutcome.Rejected(MESSAGE)));
    }
}
