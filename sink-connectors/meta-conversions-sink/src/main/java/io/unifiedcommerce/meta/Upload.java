package io.unifiedcommerce.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Sends many events in few requests. Meta refuses a request whole for one wrong event without saying which: halves are sent
 * until it stands alone.
 *
 * @param <T> what the caller knows an event by
 */
final class Upload<T> {
    private final ConversionsApi api;
    private final int batchSize;
    private final Consumer<T> taken;
    private final BiConsumer<T, String> refused;

    /** An event and what the caller knows it by. */
    record Item<T>(T origin, Conversion.Event event) {}

    /**
     * @param taken told of each event that Meta has
     * @param refused told of each event that is wrong, with Meta's words
     */
    Upload(ConversionsApi api, int batchSize, Consumer<T> taken, BiConsumer<T, String> refused) {
        this.api = api;
        this.batchSize = batchSize;
        this.taken = taken;
        this.refused = refused;
    }

    /** @throws MetaException when Meta takes nothing at the moment; what was told of before is done */
    void send(List<Item<T>> items) throws MetaException {
        for (int from = 0; from < items.size(); from += batchSize) {
            sendOrSplit(items.subList(from, Math.min(items.size(), from + batchSize)));
        }
    }

    private void sendOrSplit(List<Item<T>> items) throws MetaException {
        List<Conversion.Event> events = new ArrayList<>();
        items.forEach(item -> events.add(item.event()));
        try {
            api.send(events);
        } catch (MetaException.Refused e) {
            if (items.size() == 1) {
                refused.accept(items.get(0).origin(), e.getMessage());
            } else {
                int half = items.size() / 2;
                sendOrSplit(items.subList(0, half));
                sendOrSplit(items.subList(half, items.size()));
            }
            return;
        }
        items.forEach(item -> taken.accept(item.origin()));
    }
}
