package io.unifiedcommerce.flink.inventory.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports locations at which more is sold than there is, once for each time it gets worse. Safety stock is there to be
 * used up in that case: as long as it lasts, nothing is oversold.
 */
final class OversoldWatch {

    private static final int MOST_LINES = 10;

    private final Sheet sheet;
    private final CountedStock stock;

    OversoldWatch(Sheet sheet, CountedStock stock) {
        this.sheet = sheet;
        this.stock = stock;
    }

    void check(Map<String, LocationStock> locations, long now, Consumer<Decision> out) {
        locations.forEach((id, there) -> {
            long missing = -(there.available() + there.safetyStock());
            if (missing <= 0) {
                sheet.oversold.remove(id);
            } else if (missing > sheet.oversold.getOrDefault(id, 0L)) {
                sheet.oversold.put(id, missing);
                out.accept(new Decision.Oversold(id, missing, newestOpenLines(id), sheet.version, now));
            }
        });
    }

    private List<String> newestOpenLines(String location) {
        return stock.lines()
                .openAt(location)
                .sorted(Comparator.<Map.Entry<String, Line>>comparingLong(
                                line -> line.getValue().placedAt())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_LINES)
                .map(Map.Entry::getKey)
                .toList();
    }
}
