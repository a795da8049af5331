package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends adjustments of stock, which the platform takes whole or refuses whole. They carry reasons of our own, one for each sign,
 * made where they are missing: whoever reads the store's history sees that it was us.
 */
final class XAdjustments {
    private static final int ROWS = 1000;
    private static final String MORE = "Unified Commerce +";
    private static final String LESS = "Unified Commerce -";
    private static final RequestSpec ADJUST = WriteRequests.json("POST", "/stock_adjustments");
    private static final RequestSpec REASONS =
            WriteRequests.get("/custom_inventory_adjustment_reasons", Map.of("page_size", "size", "after", "after"));
    private static final RequestSpec DEFINE = WriteRequests.json("POST", "/custom_inventory_adjustment_reasons");
    private static final Path DATA = Path.parse("data");
    private static final Path ID = Path.parse("id");
    private static final Path NAME = Path.parse("name");
    private static final Path NEW = Path.parse("data.id");
    private static final Path LAST = Path.parse("version.max");
    private static final int PAGE = 100;

    private final ChannelClient client;
    private Map<String, String> reasons;

    /** Learns what becomes of the rows. */
    interface Listener {
        void accepted(List<XStock> rows, Answer answer);

        void refused(XStock row);

        /** The rows may or may not have been applied. */
        void unknown(List<XStock> rows, ChannelException.Transient failure);
    }

    XAdjustments(ChannelClient client) {
        this.client = client;
    }

    void send(List<XStock> rows, Listener listener) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, String> own = reasons();
        Bisection<XStock, Answer> requests = new Bisection<>(
                some -> call(some, own, listener),
                (some, answer) -> {
                    if (answer != null) {
                        listener.accepted(some, answer);
                    }
                },
                (row, refusal) -> listener.refused(row));
        for (int from = 0; from < rows.size(); from += ROWS) {
            requests.send(rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
    }

    /** The answer; null when the outcome is unknown and was told. */
    private Answer call(List<XStock> rows, Map<String, String> own, Listener listener) {
        Object body = Map.of(
                "stock_adjustments", rows.stream().map(row -> json(row, own)).toList());
        try {
            return client.call(ADJUST, Map.of("body", body), ChannelClient.Purpose.WRITE);
        } catch (ChannelException.Transient e) {
            if (!e.outcomeUnknown()) {
                throw e;
            }
            listener.unknown(rows, e);
            return null;
        }
    }

    private static Map<String, Object> json(XStock row, Map<String, String> own) {
        return Map.of(
                "product_id",
                row.productId(),
                "outlet_id",
                row.outletId(),
                // A text, as the platform wants it.
                "quantity",
                Long.toString(row.units()),
                "reason",
                "CUSTOM",
                "custom_inventory_adjustment_reason_id",
                own.get(row.units() > 0 ? MORE : LESS));
    }

    private Map<String, String> reasons() {
        if (reasons == null) {
            Map<String, String> found = defined();
            found.computeIfAbsent(MORE, name -> define(name, "POSITIVE"));
            found.computeIfAbsent(LESS, name -> define(name, "NEGATIVE"));
            reasons = found;
        }
        return reasons;
    }

    private Map<String, String> defined() {
        Map<String, String> byName = new HashMap<>();
        Object after = 0L;
        while (after != null) {
            Object body = client.call(REASONS, Map.of("size", PAGE, "after", after), ChannelClient.Purpose.WRITE)
                    .body();
            List<Object> page = DATA.list(body);
            page.forEach(reason -> byName.put(NAME.string(reason), ID.string(reason)));
            after = page.isEmpty() ? null : LAST.get(body);
        }
        return byName;
    }

    private String define(String name, String type) {
        Object body = client.call(
                        DEFINE, Map.of("body", Map.of("name", name, "type", type)), ChannelClient.Purpose.WRITE)
                .body();
        return NEW.string(body);
    }
}
