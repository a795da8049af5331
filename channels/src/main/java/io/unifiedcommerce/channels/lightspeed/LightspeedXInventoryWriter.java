package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sorts commands into levels that are set and levels that are adjusted. */
final class LightspeedXInventoryWriter implements Writer<StockCommand> {
    private static final RequestSpec SET = WriteRequests.json("PUT", "/products/${product}");

    private final ChannelClient client;
    private final XProducts products;
    private final XAdjustments adjustments;

    LightspeedXInventoryWriter(WriteContext context) {
        this.client = context.client();
        this.products = new XProducts(context.client(), context.clock());
        this.adjustments = new XAdjustments(context.client());
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<XStock> setting = new ArrayList<>();
        List<XStock> adding = new ArrayList<>();
        List<XStock> comparing = new ArrayList<>();
        for (StockCommand command : commands) {
            String product = product(command, outcomes);
            if (product != null) {
                switch (command.mode()) {
                    case SET -> setting.add(new XStock(command, product, 0));
                    case DELTA -> delta(command, product, adding, outcomes);
                    case CAS -> compare(command, product, comparing, outcomes);
                }
            }
        }
        adjustments.send(comparing, new Report(outcomes));
        adjustments.send(adding, new Report(outcomes));
        setting.forEach(stock -> set(stock, outcomes));
    }

    @Override
    public void observe(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        for (StockCommand command : commands) {
            String product = product(command, outcomes);
            if (product != null) {
                outcomes.accept(command, unknown(products.level(product, command.locationId())));
            }
        }
    }

    private static WriteOutcome unknown(Long level) {
        return new WriteOutcome.Unknown(
                level,
                "the connection failed while X-Series took the change; it is not sent again, for it could be applied"
                        + " twice");
    }

    /** The product that is meant; null when the command is decided. */
    private String product(StockCommand command, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        if (command.locationId() == null) {
            reject(command, "location_id is missing; X-Series keeps stock by outlet", outcomes);
            return null;
        }
        List<String> ids = products.ids(command.sku());
        if (ids.isEmpty()) {
            reject(
                    command,
                    "SKU '" + command.sku() + "' is not in the store; create it there or map it to another SKU",
                    outcomes);
        } else if (ids.size() > 1) {
            reject(command, "SKU '" + command.sku() + "' names several products: " + String.join(", ", ids), outcomes);
        }
        return ids.size() == 1 ? ids.get(0) : null;
    }

    private static void delta(
            StockCommand command,
            String product,
            List<XStock> adding,
            BiConsumer<StockCommand, WriteOutcome> outcomes) {
        if (command.delta() == 0) {
            outcomes.accept(command, new WriteOutcome.Applied(null, null, null));
        } else {
            adding.add(new XStock(command, product, command.delta()));
        }
    }

    private void compare(
            StockCommand command,
            String product,
            List<XStock> comparing,
            BiConsumer<StockCommand, WriteOutcome> outcomes) {
        long shown = products.level(product, command.locationId());
        if (shown == command.target()) {
            outcomes.accept(command, new WriteOutcome.Applied(null, shown, null));
        } else if (shown == command.expected()) {
            comparing.add(new XStock(command, product, command.target() - shown));
        } else {
            outcomes.accept(command, new WriteOutcome.Conflict(shown, "the store does not show " + command.expected()));
        }
    }

    private void set(XStock stock, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        StockCommand command = stock.command();
        Object level = Map.of("outlet_id", stock.outletId(), "current_amount", command.target());
        Object body = Map.of("details", Map.of("inventory", List.of(level)));
        try {
            Answer answer =
                    client.call(SET, Map.of("product", stock.productId(), "body", body), ChannelClient.Purpose.WRITE);
            outcomes.accept(command, new WriteOutcome.Applied(null, command.target(), answer.receivedAt()));
        } catch (ChannelException.Rejected e) {
            if (e.status() != 404 && e.status() != 422) {
                throw e;
            }
            reject(command, "X-Series refused the level; product or outlet may be gone", outcomes);
        }
    }

    private static void reject(StockCommand command, String message, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        outcomes.accept(command, new WriteOutcome.Rejected(message));
    }

    /** Turns what became of adjustments into outcomes. */
    private final class Report implements XAdjustments.Listener {
        private final BiConsumer<StockCommand, WriteOutcome> outcomes;

        Report(BiConsumer<StockCommand, WriteOutcome> outcomes) {
            this.outcomes = outcomes;
        }

        @Override
        public void accepted(List<XStock> rows, Answer answer) {
            rows.forEach(row -> {
                Long after = isDelta(row) ? null : Long.valueOf(row.command().target());
                outcomes.accept(row.command(), new WriteOutcome.Applied(null, after, answer.receivedAt()));
            });
        }

        @Override
        public void refused(XStock row) {
            reject(row.command(), "X-Series refused the adjustment; product or outlet may be gone", outcomes);
        }

        @Override
        public void unknown(List<XStock> rows, ChannelException.Transient failure) {
            if (!isDelta(rows.get(0))) {
                // Tried again, a command that expects a level finds out by itself.
                throw failure;
            }
            rows.forEach(
                    row -> outcomes.accept(row.command(), LightspeedXInventoryWriter.unknown(levelIfPossible(row))));
        }

        private boolean isDelta(XStock row) {
            return row.command().mode() == WriteSpec.Mode.DELTA;
        }

        private Long levelIfPossible(XStock row) {
            try {
                return products.level(row.productId(), row.outletId());
            } catch (ChannelException e) {
                return null;
            }
        }
    }
}
