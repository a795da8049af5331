package io.unifiedcommerce.channels.cegid;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sends one envelope for each command. */
final class CegidStockTemplateWriter implements Writer<StockCommand> {
    private static final RequestSpec STOCK =
            WriteRequests.soap("/${cegid.stock.service}", "${cegid.stock.template}", "${cegid.stock.action}");

    private static final String TARGET = "${target}";

    private final ChannelClient client;
    private final String template;

    CegidStockTemplateWriter(WriteContext context) {
        this.client = context.client();
        this.template = text(context.options().get("cegid.stock.template"));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cegid.stock.template: " + file + " cannot be read on this worker", e);
        }
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        for (StockCommand command : commands) {
            outcomes.accept(command, outcome(command));
        }
    }

    private WriteOutcome outcome(StockCommand command) {
        // What a template does not name would be left out, and the service would take it for nothing.
        if (!template.contains(TARGET)) {
            return new WriteOutcome.Rejected("cegid.stock.template has no " + TARGET + ", so it sets no stock level");
        }
        try {
            Answer answer = client.call(STOCK, values(command), ChannelClient.Purpose.WRITE);
            return new WriteOutcome.Applied(null, command.target(), answer.receivedAt());
        } catch (ChannelException.Rejected e) {
            if (e.status() == 404) {
                // The service's address is wrong, not the command.
                throw e;
            }
            return new WriteOutcome.Rejected("Y2 refused it: " + e.getMessage());
        }
    }

    private static Map<String, Object> values(StockCommand command) {
        Map<String, Object> values = new HashMap<>();
        values.put("sku", command.sku());
        values.put("push_id", command.pushId());
        values.put("target", command.target());
        if (command.locationId() != null) {
            values.put("location", command.locationId());
        }
        return values;
    }
}
