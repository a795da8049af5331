package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A shop whose records change while they are listed. Change times are whole seconds, so ties are common; a change shows in
 * listings only some time after it was made; now and then a call fails.
 */
final class SimulatedPlatform implements ChannelClient {
    private final ManualClock clock;
    private final Random random;
    private final Duration longestDelay;
    private final boolean sortedByChange;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private double failures;
    private boolean busy;
    private int calls;

    private record Change(String id, int version, Instant at, Instant shownFrom) {}

    SimulatedPlatform(ManualClock clock, Random random, Duration longestDelay, boolean sortedByChange) {
        this.clock = clock;
        this.random = random;
        this.longestDelay = longestDelay;
        this.sortedByChange = sortedByChange;
    }

    /** Changes a record; its listing shows that after a delay. */
    void change(int id) {
        String name = Integer.toString(id);
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant shown = clock.instant().plusMillis(random.nextLong(longestDelay.toMillis() + 1));
        changes.add(new Change(name, versions.merge(name, 1, Integer::sum), at, shown));
    }

    /** Lets records change between calls, so that pages shift under the reader. */
    void busy(boolean on) {
        this.busy = on;
    }

    void failing(double share) {
        this.failures = share;
    }

    int calls() {
        return calls;
    }

    Map<String, Integer> versions() {
        return versions;
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        calls++;
        clock.advance(Duration.ofMillis(random.nextInt(1500)));
        for (int i = 0; busy && i < random.nextInt(4); i++) {
            change(random.nextInt(versions.size() + 2));
        }
        if (random.nextDouble() < failures) {
            throw random.nextBoolean()
                    ? new ChannelException.Transient("503", null, false, null)
                    : new ChannelException.Rejected("page token expired", 400, null);
        }
        List<Map<String, Object>> rows = rows(values);
        int size = values.get("page.size") instanceof Integer asked ? asked : Integer.MAX_VALUE;
        int first = firstRow(rows, values, size);
        List<Map<String, Object>> page =
                rows.subList(Math.min(first, rows.size()), (int) Math.min((long) first + size, rows.size()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page);
        if (first + page.size() < rows.size() && !page.isEmpty()) {
            body.put("next", tokenAfter(page.get(page.size() - 1)));
        }
        return new Answer(200, Map.of(), body, clock.instant());
    }

    private List<Map<String, Object>> rows(Map<String, ?> values) {
        Map<String, Change> shown = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !change.shownFrom().isAfter(clock.instant()))
                .forEach(change -> shown.merge(
                        change.id(), change, (old, other) -> other.version() > old.version() ? other : old));
        Instant from = values.get("cursor.value") instanceof String key && key.contains("T")
                ? Instant.parse(key)
                : values.get("window.from") instanceof String text ? Instant.parse(text) : Instant.MIN;
        Instant to = values.get("window.to") instanceof String text ? Instant.parse(text) : Instant.MAX;
        long afterId = values.get("cursor.id") instanceof String id && !values.containsKey("window.from")
                ? Long.parseLong(id)
                : -1;
        Comparator<Change> byId = Comparator.comparing(change -> Integer.parseInt(change.id()));
        return shown.values().stream()
                // As platforms do: the upper bound may be inclusive too.
                .filter(change -> !change.at().isBefore(from) && !change.at().isAfter(to))
                .filter(change -> Long.parseLong(change.id()) >= afterId)
                .sorted(sortedByChange ? Comparator.comparing(Change::at).thenComparing(byId) : byId)
                .map(SimulatedPlatform::row)
                .toList();
    }

    private static Map<String, Object> row(Change change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", change.id());
        row.put("updatedAt", change.at().toString());
        row.put("version", (long) change.version());
        return row;
    }

    private int firstRow(List<Map<String, Object>> rows, Map<String, ?> values, int size) {
        if (values.get("page.token") instanceof String token) {
            // A token remembers the last row's place in the order, so that rows which leave do not shift the rest.
            int first = 0;
            while (first < rows.size() && tokenAfter(rows.get(first)).compareTo(token) <= 0) {
                first++;
            }
            return first;
        }
        return values.get("page.number") instanceof Integer number ? (number - 1) * size : 0;
    }

    private String tokenAfter(Map<String, Object> row) {
        String id = "%06d".formatted(Integer.parseInt((String) row.get("id")));
        return sortedByChange ? row.get("updatedAt") + "/" + id : id;
    }

    @Override
    public InputStream download(URI file) {
        throw new UnsupportedOperationException("no files here");
    }

    @Override
    public double quotaHeadroom() {
        return 1;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
