package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** Sorts commands into absolute and relative adjustments, and compares where a command expects a number. */
final class BigCommerceInventoryWriter implements Writer<StockCommand> {
    private static final long MAX_QUANTITY = Integer.MAX_VALUE;
    private static final String DEFAULT_LOCATION = "1";

    private final OnHandLevels levels;
    private final StockAdjustments absolute;
    private final StockAdjustments relative;

    BigCommerceInventoryWriter(ChannelClient client) {
        this.levels = new OnHandLevels(client);
        this.absolute = StockAdjustments.absolute(client, levels);
        this.relative = StockAdjustments.relative(client, levels);
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockItem> expecting = new ArrayList<>();
        List<StockItem> setting = new ArrayList<>();
        List<StockItem> adding = new ArrayList<>();
        for (StockCommand command : commands) {
            String problem = problem(command);
            if (problem != null) {
                outcomes.accept(command, new WriteOutcome.Rejected(problem));
            } else {
                StockItem item = item(command);
                (switch (command.mode()) {
                            case DELTA -> adding;
                            case CAS -> expecting;
                            case SET -> setting;
                        })
                        .add(item);
            }
        }
        setting.addAll(compared(expecting, outcomes));
        // One location after the other, as BigCommerce asks for.
        Comparator<StockItem> byLocation = Comparator.comparingLong(StockItem::locationId);
        setting.sort(byLocation);
        adding.sort(byLocation);
        absolute.send(setting, new Report(outcomes, false));
        relative.send(adding, new Report(outcomes, true));
    }

    @Override
    public void observe(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockItem> items =
                commands.stream().map(BigCommerceInventoryWriter::item).toList();
        levels.read(items).forEach((item, level) -> outcomes.accept(item.command(), unknown(level)));
    }

    private static WriteOutcome unknown(OnHandLevels.Level level) {
        return new WriteOutcome.Unknown(
                level == null ? null : Long.valueOf(level.onHand()),
                "the connection failed while BigCommerce took the change; it is not sent again, for it could be applied"
                        + " twice");
    }

    private static String problem(StockCommand command) {
        long number = command.mode() == WriteSpec.Mode.DELTA ? command.delta() : command.target();
        if (command.locationId() != null && !command.locationId().matches("\\d{1,18}")) {
            return "location_id '" + command.locationId() + "' is not the number of a BigCommerce location";
        }
        if (Math.abs(number) > MAX_QUANTITY) {
            return "the quantity is beyond BigCommerce's bound of " + MAX_QUANTITY;
        }
        if (number < 0 && command.mode() != WriteSpec.Mode.DELTA) {
            return "target is negative; BigCommerce takes no stock below 0";
        }
        return command.sku().contains(",")
                ? "SKU '" + command.sku() + "' holds a comma, by which BigCommerce separates SKUs; rename it"
                : null;
    }

    private static StockItem item(StockCommand command) {
        String location = command.locationId() == null ? DEFAULT_LOCATION : command.locationId();
        return new StockItem(command, Long.parseLong(location), null);
    }

    /** The items that show what their commands expect; the others are decided. */
    private List<StockItem> compared(List<StockItem> items, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockItem> equal = new ArrayList<>();
        levels.read(items).forEach((item, level) -> {
            StockCommand command = item.command();
            if (level == null) {
                outcomes.accept(command, OnHandLevels.unknownSku(command.sku()));
            } else if (level.onHand() == command.expected()) {
                equal.add(item);
            } else if (level.onHand() == command.target()) {
                outcomes.accept(command, new WriteOutcome.Applied(null, level.onHand(), null));
            } else {
                outcomes.accept(
                        command,
                        new WriteOutcome.Conflict(level.onHand(), "the store does not show " + command.expected()));
            }
        });
        return equal;
    }

    /** Turns what became of an item into an outcome of its command. */
    private final class Report implements StockAdjustments.Listener {
        private final BiConsumer<StockCommand, WriteOutcome> outcomes;
        private final boolean delta;

        Report(BiConsumer<StockCommand, WriteOutcome> outcomes, boolean delta) {
            this.outcomes = outcomes;
            this.delta = delta;
        }

        @Override
        public void accepted(StockItem item, Answer answer) {
            Long after = delta ? null : Long.valueOf(item.command().target());
            outcomes.accept(item.command(), new WriteOutcome.Applied(null, after, answer.receivedAt()));
        }

        @Override
        public void refused(StockItem item, String message) {
            outcomes.accept(item.command(), new WriteOutcome.Rejected("BigCommerce refused it: " + message));
        }

        @Override
        public void unknown(List<StockItem> items, ChannelException.Transient failure) {
            if (!delta) {
                throw failure;
            }
            levels.readIfPossible(items)
                    .forEach((item, level) ->
                            outcomes.accept(item.command(), BigCommerceInventoryWriter.unknown(level)));
        }
    }
}
