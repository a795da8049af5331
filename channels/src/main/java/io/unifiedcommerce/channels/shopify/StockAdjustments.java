package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Deltas, by inventoryAdjustQuantities. One mutation could take 250 of them under one key, but then a restarted task that
 * batches them otherwise would apply them twice; so each push is a mutation with a key of its own, many to a request.
 * That costs 10 points of quota for each push, 100 pushes a second on a Plus plan; whoever writes a whole catalogue at once
 * does better with SET or CAS, which cost as much for 250 rows.
 */
final class StockAdjustments {
    private static final int ROWS = 20;
    private static final RequestSpec ADJUST = WriteRequests.graphql(
            "queries/write-adjust.graphql",
            IntStream.range(0, ROWS)
                    .boxed()
                    .flatMap(row -> Stream.of(name("input", row), name("key", row), name("on", row)))
                    .toArray(String[]::new));
    private static final Path GROUP = Path.parse("inventoryAdjustmentGroup");
    private static final Path CHANGE = Path.parse("changes[0]");
    private static final Path AFTER = Path.parse("quantityAfterChange");
    private static final Path CREATED = Path.parse("createdAt");

    private final ChannelClient client;
    private final StockRowRepair repair;

    StockAdjustments(ChannelClient client, StockRowRepair repair) {
        this.client = client;
        this.repair = repair;
    }

    void write(List<StockRow> rows, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        StockRound round = new StockRound(outcomes);
        Bisection<StockRow, Answer> requests = new Bisection<>(
                some -> client.call(ADJUST, values(some), ChannelClient.Purpose.WRITE),
                (some, answer) -> answered(some, answer, round),
                round::refused);
        List<StockRow> pending = rows;
        while (!pending.isEmpty()) {
            for (int from = 0; from < pending.size(); from += ROWS) {
                requests.send(pending.subList(from, Math.min(pending.size(), from + ROWS)));
            }
            pending = round.takeAgain();
        }
        round.end();
    }

    private void answered(List<StockRow> rows, Answer answer, StockRound round) {
        Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) answer.body()).get("data");
        for (int i = 0; i < rows.size(); i++) {
            StockRow row = rows.get(i);
            Object payload = data.get(name("adjust", i));
            List<StockUserError> errors = StockUserError.in(payload);
            if (errors.isEmpty()) {
                round.decided(row, applied(row.command(), GROUP.get(payload)));
            } else {
                repair.repair(row, errors.get(0), round);
            }
        }
    }

    /** A group without changes means that there was nothing to change. */
    private static WriteOutcome applied(StockCommand command, Object group) {
        Object after = AFTER.get(CHANGE.get(group));
        Long shown = after == null ? null : ((Number) after).longValue();
        return new WriteOutcome.Applied(
                shown == null ? null : Long.valueOf(shown - command.delta()), shown, instant(CREATED.string(group)));
    }

    static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Map<String, Object> values(List<StockRow> rows) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < ROWS; i++) {
            // The variables of a row that is left out must still be of their type.
            StockRow row = rows.get(Math.min(i, rows.size() - 1));
            values.put(name("input", i), input(row));
            values.put(name("key", i), key(row));
            values.put(name("on", i), i < rows.size());
        }
        return values;
    }

    private static Map<String, Object> input(StockRow row) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("inventoryItemId", row.itemId());
        change.put("locationId", row.locationId());
        change.put("delta", row.command().delta());
        // Must be given; null asks for no comparison: a delta is right whatever was sold meanwhile.
        change.put("changeFromQuantity", null);
        return Map.of(
                "reason",
                StockQuantities.REASON,
                "name",
                StockQuantities.NAME,
                "referenceDocumentUri",
                StockQuantities.REFERENCE + row.command().pushId(),
                "changes",
                List.of(change));
    }

    private static String key(StockRow row) {
        String name = "adjust/" + row.command().pushId() + "/" + row.attempt();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String name(String prefix, int row) {
        return prefix + (row < 10 ? "0" : "") + row;
    }
}
