package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Works out the source items that commands ask for and saves them, one request after the other: Magento reindexes on each save,
 * and two at once deadlock.
 */
final class AdobeCommerceInventoryWriter implements Writer<StockCommand> {
    private static final RequestSpec SAVE = WriteRequests.json("POST", "/V1/inventory/source-items");
    private static final String WEBSITE = "website:";
    private static final String DEFAULT_SOURCE = "default";
    /** Larger saves take so long to reindex that gateways give up (magento/inventory #2306). */
    private static final int COMMANDS_PER_SAVE = 100;

    private final ChannelClient client;

    AdobeCommerceInventoryWriter(ChannelClient client) {
        this.client = client;
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        Map<String, List<StockCommand>> byLocation = new LinkedHashMap<>();
        for (StockCommand command : commands) {
            String problem = problem(command);
            if (problem != null) {
                outcomes.accept(command, new WriteOutcome.Rejected(problem));
            } else {
                String location = command.locationId() == null ? DEFAULT_SOURCE : command.locationId();
                byLocation.computeIfAbsent(location, key -> new ArrayList<>()).add(command);
            }
        }
        byLocation.forEach((location, some) -> write(location, some, outcomes));
    }

    private static String problem(StockCommand command) {
        if (command.mode() == WriteSpec.Mode.DELTA) {
            return "Magento cannot add to a quantity; use the mode SET or CAS";
        }
        if (command.target() < 0) {
            return "target is negative; Magento sells nothing below 0";
        }
        return command.sku().contains(",")
                ? "SKU '" + command.sku() + "' holds a comma, by which Magento separates SKUs; rename it"
                : null;
    }

    private void write(String location, List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockChange> changes = location.startsWith(WEBSITE)
                ? new WebsiteQuantities(client, location.substring(WEBSITE.length())).changes(commands)
                : new SourceQuantities(client, location).changes(commands);
        List<StockChange> open = new ArrayList<>();
        for (StockChange change : changes) {
            if (change.decided() == null) {
                open.add(change);
            } else {
                outcomes.accept(change.command(), change.decided());
            }
        }
        Bisection<StockChange, Answer> saves = new Bisection<>(
                this::save,
                (some, answer) -> some.forEach(change -> outcomes.accept(
                        change.command(),
                        new WriteOutcome.Applied(
                                change.shown(), change.command().target(), answer.receivedAt()))),
                (change, refusal) -> outcomes.accept(
                        change.command(), new WriteOutcome.Rejected("Magento refused it: " + Refusal.told(refusal))));
        for (int from = 0; from < open.size(); from += COMMANDS_PER_SAVE) {
            saves.send(open.subList(from, Math.min(open.size(), from + COMMANDS_PER_SAVE)));
        }
    }

    private Answer save(List<StockChange> changes) {
        List<Map<String, Object>> items = changes.stream()
                .flatMap(change -> change.items().stream())
                .map(SourceItem::json)
                .toList();
        try {
            return client.call(SAVE, Map.of("body", Map.of("sourceItems", items)), ChannelClient.Purpose.WRITE);
        } catch (ChannelException.Rejected e) {
            if (Refusal.passes(e)) {
                // The same save does no harm: it sets what is there.
                throw new ChannelException.Transient(Refusal.told(e), null, false, e);
            }
            throw e;
        }
    }
}
