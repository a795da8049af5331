package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sends adjustments, which BigCommerce takes whole or refuses whole. An item that the refusal names is put aside and the others
 * sent again; where none is named, the batch is halved.
 */
final class StockAdjustments {
    private static final int ITEMS = 2000;
    private static final String REASON = "Unified Commerce Connect";
    private static final Path TITLE = Path.parse("title");

    private final ChannelClient client;
    private final OnHandLevels levels;
    private final RequestSpec request;

    /** Learns what becomes of the items. */
    interface Listener {
        void accepted(StockItem item, Answer answer);

        void refused(StockItem item, String message);

        /** The items may or may not have been adjusted. Throws the failure if they may be sent again. */
        void unknown(List<StockItem> items, ChannelException.Transient failure);
    }

    private StockAdjustments(ChannelClient client, OnHandLevels levels, RequestSpec request) {
        this.client = client;
        this.levels = levels;
        this.request = request;
    }

    static StockAdjustments absolute(ChannelClient client, OnHandLevels levels) {
        return new StockAdjustments(client, levels, WriteRequests.json("PUT", "/v3/inventory/adjustments/absolute"));
    }

    static StockAdjustments relative(ChannelClient client, OnHandLevels levels) {
        return new StockAdjustments(client, levels, WriteRequests.json("POST", "/v3/inventory/adjustments/relative"));
    }

    void send(List<StockItem> items, Listener listener) {
        for (int from = 0; from < items.size(); from += ITEMS) {
            sendBatch(items.subList(from, Math.min(items.size(), from + ITEMS)), listener);
        }
    }

    private void sendBatch(List<StockItem> items, Listener listener) {
        if (items.isEmpty()) {
            return;
        }
        Answer answer;
        try {
            answer = client.call(request, Map.of("body", body(items)), ChannelClient.Purpose.WRITE);
        } catch (ChannelException.Rejected e) {
            if (e.status() == 404) {
                // The address is wrong, not the items.
                throw e;
            }
            refused(items, Objects.requireNonNullElse(TITLE.string(e.body()), "status " + e.status()), listener);
            return;
        } catch (ChannelException.Transient e) {
            if (!e.outcomeUnknown()) {
                throw e;
            }
            listener.unknown(items, e);
            return;
        }
        items.forEach(item -> listener.accepted(item, answer));
    }

    private void refused(List<StockItem> items, String message, Listener listener) {
        StockItem named = named(items, message);
        if (named != null) {
            List<StockItem> others = new ArrayList<>(items);
            others.remove(named);
            if (named.productId() == null && message.contains("tracked by product")) {
                OnHandLevels.Level level = levels.read(List.of(named)).get(named);
                others.add(named.trackedByProduct(Objects.requireNonNull(level).productId()));
            } else {
                listener.refused(named, message);
            }
            sendBatch(others, listener);
        } else if (items.size() == 1) {
            listener.refused(items.get(0), message);
        } else {
            int half = items.size() / 2;
            sendBatch(items.subList(0, half), listener);
            sendBatch(items.subList(half, items.size()), listener);
        }
    }

    /** The item that a refusal is about; of SKUs that begin alike, the longest. */
    private static StockItem named(List<StockItem> items, String message) {
        StockItem named = null;
        for (StockItem item : items) {
            int at = message.indexOf(item.label());
            int end = at + item.label().length();
            boolean whole = at >= 0 && (end == message.length() || " ]".indexOf(message.charAt(end)) >= 0);
            if (whole && (named == null || item.label().length() > named.label().length())) {
                named = item;
            }
        }
        return named;
    }

    private static Map<String, Object> body(List<StockItem> items) {
        return Map.of(
                "reason", REASON, "items", items.stream().map(StockItem::json).toList());
    }
}
