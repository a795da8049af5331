package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Quantities, by inventorySetQuantities, which takes all rows or none. The rows at fault are singled out and the others sent
 * again; what is written twice is written with the same number, and a comparison that already holds is not a conflict.
 */
final class StockQuantities {
    static final String REASON = "correction";
    static final String NAME = "available";
    static final String REFERENCE = "gid://unified-commerce/StockPush/";

    private static final int ROWS = 250;
    private static final RequestSpec SET = WriteRequests.graphql("queries/write-set.graphql", "input", "key");
    private static final Path PAYLOAD = Path.parse("data.inventorySetQuantities");
    private static final Path CHANGES = Path.parse("inventoryAdjustmentGroup.changes");
    private static final Path CREATED = Path.parse("inventoryAdjustmentGroup.createdAt");
    private static final Path ITEM = Path.parse("item.id");
    private static final Path DELTA = Path.parse("delta");
    private static final Path LOCATION = Path.parse("location.id");

    private final ChannelClient client;
    private final StockRowRepair repair;
    private final StockLevels levels;

    private record Place(String itemId, String locationId) {}

    StockQuantities(ChannelClient client, StockRowRepair repair) {
        this.client = client;
        this.repair = repair;
        this.levels = new StockLevels(client);
    }

    void write(List<StockRow> rows, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        StockRound round = new StockRound(outcomes);
        List<StockRow> stale = new ArrayList<>();
        Bisection<StockRow, Answer> requests = new Bisection<>(
                some -> client.call(SET, values(some), ChannelClient.Purpose.WRITE),
                (some, answer) -> answered(some, PAYLOAD.get(answer.body()), round, stale),
                round::refused);
        List<StockRow> pending = rows;
        while (!pending.isEmpty()) {
            for (int from = 0; from < pending.size(); from += ROWS) {
                requests.send(pending.subList(from, Math.min(pending.size(), from + ROWS)));
            }
            pending = round.takeAgain();
        }
        levels.read(stale).forEach((row, observed) -> round.decided(row, compared(row.command(), observed)));
        round.end();
    }

    private void answered(List<StockRow> rows, Object payload, StockRound round, List<StockRow> stale) {
        Map<Integer, StockUserError> errors = byRow(StockUserError.in(payload), rows.size());
        if (errors.isEmpty()) {
            applied(rows, payload, round);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            StockRow row = rows.get(i);
            StockUserError error = errors.get(i);
            if (error == null) {
                round.again(row);
            } else if (error.fault() == StockUserError.Fault.STALE) {
                stale.add(row);
            } else {
                repair.repair(row, error, round);
            }
        }
    }

    /** An error that names no row concerns all of them. */
    private static Map<Integer, StockUserError> byRow(List<StockUserError> errors, int rows) {
        Map<Integer, StockUserError> byRow = new HashMap<>();
        for (StockUserError error : errors) {
            if (error.row() >= 0 && error.row() < rows) {
                byRow.putIfAbsent(error.row(), error);
            }
        }
        if (byRow.isEmpty() && !errors.isEmpty()) {
            for (int i = 0; i < rows; i++) {
                byRow.put(i, errors.get(0));
            }
        }
        return byRow;
    }

    private static void applied(List<StockRow> rows, Object payload, StockRound round) {
        Map<Place, Long> deltas = new HashMap<>();
        for (Object change : CHANGES.list(payload)) {
            deltas.put(
                    new Place(ITEM.string(change), LOCATION.string(change)), ((Number) DELTA.get(change)).longValue());
        }
        Instant at = StockAdjustments.instant(CREATED.string(payload));
        for (StockRow row : rows) {
            long target = row.command().target();
            long delta = deltas.getOrDefault(new Place(row.itemId(), row.locationId()), 0L);
            round.decided(row, new WriteOutcome.Applied(target - delta, target, at));
        }
    }

    private static WriteOutcome compared(StockCommand command, Long observed) {
        if (observed != null && observed == command.target()) {
            return new WriteOutcome.Applied(null, observed, null);
        }
        return new WriteOutcome.Conflict(observed, "the store does not show " + command.expected());
    }

    private static Map<String, Object> values(List<StockRow> rows) {
        String key = key(rows);
        return Map.of(
                "key",
                key,
                "input",
                Map.of(
                        "reason",
                        REASON,
                        "name",
                        NAME,
                        "referenceDocumentUri",
                        REFERENCE + key,
                        "quantities",
                        rows.stream().map(StockQuantities::quantity).toList()));
    }

    private static Map<String, Object> quantity(StockRow row) {
        Map<String, Object> quantity = new LinkedHashMap<>();
        quantity.put("inventoryItemId", row.itemId());
        quantity.put("locationId", row.locationId());
        quantity.put("quantity", row.command().target());
        // Must be given; null asks for no comparison.
        quantity.put("changeFromQuantity", changeFrom(row));
        return quantity;
    }

    private static Long changeFrom(StockRow row) {
        return row.command().mode() == WriteSpec.Mode.CAS ? row.command().expected() : null;
    }

    /** The same rows have the same key, others another one, as Shopify demands. */
    private static String key(List<StockRow> rows) {
        String name = rows.stream()
                .map(row -> row.command().pushId() + "/" + row.itemId() + "/" + row.locationId() + "/"
                        + row.command().target() + "/" + changeFrom(row) + "/" + row.attempt())
                .collect(Collectors.joining("\n", "set\n", ""));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
