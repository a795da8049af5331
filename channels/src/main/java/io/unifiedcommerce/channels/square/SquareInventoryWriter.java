package io.unifiedcommerce.channels.square;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Sends movements one by one, each with a key of its own, and counts together. */
final class SquareInventoryWriter implements Writer<StockCommand> {
    private static final RequestSpec CHANGE = WriteRequests.json("POST", "/v2/inventory/changes/batch-create");
    private static final int COUNTS = 100;
    private static final Path CODE = Path.parse("errors[0].code");
    private static final Path DETAIL = Path.parse("errors[0].detail");
    private static final Path COUNTED = Path.parse("counts");
    private static final String KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";

    private final ChannelClient client;
    private final Clock clock;
    private final Variations variations;

    SquareInventoryWriter(WriteContext context) {
        this.client = context.client();
        this.clock = context.clock();
        this.variations = new Variations(context.client());
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockChange> counts = new ArrayList<>();
        List<StockChange> movements = new ArrayList<>();
        for (StockChange change : variations.of(commands, outcomes)) {
            if (change.command().mode() != WriteSpec.Mode.DELTA) {
                counts.add(change);
            } else if (change.command().delta() == 0) {
                outcomes.accept(change.command(), new WriteOutcome.Applied(null, null, null));
            } else {
                movements.add(change);
            }
        }
        BiConsumer<List<StockChange>, Answer> applied = (changes, answer) ->
                changes.forEach(change -> outcomes.accept(change.command(), applied(change, answer)));
        BiConsumer<StockChange, ChannelException.Rejected> refused =
                (change, refusal) -> outcomes.accept(change.command(), refused(refusal));
        Bisection<StockChange, Answer> requests = new Bisection<>(this::send, applied, refused);
        movements.forEach(movement -> requests.send(List.of(movement)));
        for (int from = 0; from < counts.size(); from += COUNTS) {
            requests.send(counts.subList(from, Math.min(counts.size(), from + COUNTS)));
        }
    }

    private Answer send(List<StockChange> changes) {
        Instant now = clock.instant();
        String pushes =
                changes.stream().map(change -> change.command().pushId()).collect(Collectors.joining("\n"));
        Map<String, Object> body = Map.of(
                "idempotency_key",
                UUID.nameUUIDFromBytes(pushes.getBytes(StandardCharsets.UTF_8)).toString(),
                // A count that changes nothing would still be a moment that older movements cannot pass.
                "ignore_unchanged_counts",
                true,
                "changes",
                changes.stream().map(change -> change.json(now)).toList());
        return client.call(CHANGE, Map.of("body", body), ChannelClient.Purpose.WRITE);
    }

    private static WriteOutcome applied(StockChange change, Answer answer) {
        for (Object count : COUNTED.list(answer.body())) {
            if (change.isCounted(count)) {
                Long after = StockChange.quantityOf(count);
                boolean delta = change.command().mode() == WriteSpec.Mode.DELTA;
                Long before = delta && after != null
                        ? Long.valueOf(after - change.command().delta())
                        : null;
                return new WriteOutcome.Applied(before, after, StockChange.timeOf(count));
            }
        }
        return new WriteOutcome.Applied(null, null, answer.receivedAt());
    }

    private static WriteOutcome refused(ChannelException.Rejected refusal) {
        // The key is made of the push alone: it was carried out before, at another time of the clock.
        if (KEY_REUSED.equals(CODE.string(refusal.body()))) {
            return new WriteOutcome.Applied(null, null, null);
        }
        String detail = DETAIL.string(refusal.body());
        return new WriteOutcome.Rejected(
                "Square refuses the change: " + (detail == null ? "status " + refusal.status() : detail));
    }
}
