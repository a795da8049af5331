package io.unifiedcommerce.flink.inventory.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Order lines of one SKU: live ones, whose effect a new count may change, and settled ones, which are kept only so that
 * late copies of their orders are recognised. A count walks over the live ones only.
 */
final class LineStore {

    private final FactStore<Line> live;
    private final FactStore<Line> settled;

    LineStore(FactStore<Line> live, FactStore<Line> settled) {
        this.live = live;
        this.settled = settled;
    }

    Line get(String key) {
        Line line = live.get(key);
        return line == null ? settled.get(key) : line;
    }

    void put(String key, Line line, boolean isSettled) {
        (isSettled ? live : settled).remove(key);
        (isSettled ? settled : live).put(key, line);
    }

    /** Visits each live line and settles those for which {@code visit} says so. */
    void forEachLive(BiPredicate<String, Line> visit) {
        live.replaceAll((key, line) -> {
            if (!visit.test(key, line)) {
                return line;
            }
            settled.put(key, line);
            return null;
        });
    }

    /** Lines with units to be delivered from {@code location}. */
    Stream<Map.Entry<String, Line>> openAt(String location) {
        List<Map.Entry<String, Line>> open = new ArrayList<>();
        live.replaceAll((key, line) -> {
            if (line.location().equals(location) && line.open() > 0) {
                open.add(Map.entry(key, line));
            }
            return line;
        });
        return open.stream();
    }

    /** Forgets what is {@code over}, after {@code last} has seen those of them that were live. */
    void sweep(BiPredicate<String, Line> over, Consumer<Line> last) {
        live.replaceAll((key, line) -> {
            if (!over.test(key, line)) {
                return line;
            }
            last.accept(line);
            return null;
        });
        settled.replaceAll((key, line) -> over.test(key, line) ? null : line);
    }

    boolean isEmpty() {
        return live.isEmpty() && settled.isEmpty();
    }
}
