package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What one round of requests made of its rows: decided, to be sent once more, or left undecided. */
final class StockRound {
    private final BiConsumer<StockCommand, WriteOutcome> outcomes;
    private final List<StockRow> again = new ArrayList<>();
    private ChannelException undecided;

    StockRound(BiConsumer<StockCommand, WriteOutcome> outcomes) {
        this.outcomes = outcomes;
    }

    void decided(StockRow row, WriteOutcome outcome) {
        outcomes.accept(row.command(), outcome);
    }

    void refused(StockRow row, ChannelException.Rejected refusal) {
        decided(row, new WriteOutcome.Rejected(refusal.getMessage()));
    }

    void again(StockRow row) {
        again.add(row);
    }

    /** Of several reasons one whose outcome is unknown counts: it says how the rows must be given again. */
    void undecided(ChannelException reason) {
        boolean unknown = reason instanceof ChannelException.Transient failure && failure.outcomeUnknown();
        if (undecided == null || unknown) {
            undecided = reason;
        }
    }

    /** The rows to send once more, which are then forgotten here. */
    List<StockRow> takeAgain() {
        List<StockRow> rows = List.copyOf(again);
        again.clear();
        return rows;
    }

    /** Throws if a row was left undecided. */
    void end() {
        if (undecided != null) {
            throw undecided;
        }
    }
}
