package io.unifiedcommerce.tck.conformance.corner;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The platform of the folder corner-shop: orders and levels by time of change, stock by number or by keyed change. */
final class CornerShop extends FakePlatform {
    private static final int CALLS = 60;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Map<Long, Map<String, Object>> orders = new TreeMap<>();
    private final Map<String, Map<String, Object>> levels = new TreeMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Instant start;
    private long window;
    private int used;
    private long spent;
    private long refused;

    CornerShop(Clock clock) {
        super(clock, 1, List.of());
        this.start = clock.instant();
        serve();
    }

    synchronized void order(long id, String state) {
        String now = now();
        orders.put(
                id,
                Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("state", state),
                        Map.entry("placed", now),
                        Map.entry("updated", now),
                        Map.entry("currency", "EUR"),
                        Map.entry("shipping", "0.00"),
                        Map.entry("tax", "1.60"),
                        Map.entry("total", "10.00"),
                        Map.entry("note", "ring"),
                        Map.entry("lines", List.of(Map.of("id", 1, "sku", "TEE", "quantity", 1, "price", "10.00"))),
                        Map.entry("refunds", List.of(Map.of("id", id * 10, "created", now, "amount", "1.00")))));
    }

    synchronized void count(String sku, long units) {
        levels.put(sku, Map.of("sku", sku, "location", "north", "units", units, "counted", now()));
    }

    synchronized long units(String sku) {
        return (Long) levels.get(sku).get("units");
    }

    synchronized Set<Long> orderIds() {
        return Set.copyOf(orders.keySet());
    }

    private String now() {
        return clock().instant().toString();
    }

    @Override
    protected synchronized HttpAnswer answer(HttpCall call) {
        boolean refuse = !take();
        HttpAnswer answer = refuse ? HttpAnswer.json(429, Map.of("error", "too many calls")) : route(call);
        long end = (window + 1) * WINDOW.toMillis() - clock().millis();
        return answer.with("X-Calls-Left", "" + (CALLS - used))
                .with("X-Calls-Limit", "" + CALLS)
                .with("X-Calls-Reset", "" + end / 1000);
    }

    private boolean take() {
        long now = clock().millis() / WINDOW.toMillis();
        if (now != window) {
            window = now;
            used = 0;
        }
        if (used == CALLS) {
            refused++;
            return false;
        }
        used++;
        spent++;
        return true;
    }

    private HttpAnswer route(HttpCall call) {
        String path = call.path().replaceFirst("^/api", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return switch (path.replaceFirst("(?<=^/(orders|levels))/[^/]+$", "/*")) {
                case "/shop" -> HttpAnswer.json(200, Map.of("name", "Corner"));
                case "/orders" -> page(call, "orders", "updated", List.copyOf(orders.values()));
                case "/orders/*" -> found("order", orders.get(Long.valueOf(last)));
                case "/locations" -> HttpAnswer.json(200, Map.of("locations", List.of(Map.of("id", "north"))));
                case "/locations/north/levels" -> page(call, "levels", "counted", List.copyOf(levels.values()));
                case "/levels/*" -> found("levels", levels.get(last));
                case "/stock" -> set(call.json());
                case "/stock/changes" -> change(call.json());
                default -> HttpAnswer.json(404, Map.of("error", "no such address"));
            };
        } catch (IOException e) {
            return HttpAnswer.json(400, Map.of("error", "not JSON"));
        }
    }

    private static HttpAnswer found(String key, Map<String, Object> record) {
        return record == null
                ? HttpAnswer.json(404, Map.of("error", "no such record"))
                : HttpAnswer.json(200, Map.of(key, record));
    }

    private static HttpAnswer page(HttpCall call, String key, String time, List<Map<String, Object>> all) {
        Instant from = call.param("from").map(Instant::parse).orElse(Instant.MIN);
        Instant to = call.param("to").map(Instant::parse).orElse(Instant.MAX);
        Function<Map<String, Object>, Instant> changed = record -> Instant.parse((String) record.get(time));
        int size = call.param("size").map(Integer::valueOf).orElse(10);
        int page = call.param("page").map(Integer::valueOf).orElse(1);
        List<Map<String, Object>> records = all.stream()
                .filter(record -> !changed.apply(record).isBefore(from)
                        && !changed.apply(record).isAfter(to))
                .skip((page - 1L) * size)
                .limit(size)
                .toList();
        return HttpAnswer.json(200, Map.of(key, records));
    }

    private HttpAnswer set(JsonNode body) {
        count(body.get("sku").asText(), body.get("units").asLong());
        return HttpAnswer.json(200, Map.of());
    }

    private HttpAnswer change(JsonNode body) {
        // Without a key every change counts.
        if (!body.has("key") || keys.add(body.get("key").asText())) {
            String sku = body.get("sku").asText();
            count(sku, units(sku) + body.get("delta").asLong());
        }
        return HttpAnswer.json(200, Map.of());
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        int status = fault instanceof Fault.TooManyRequests
                ? 429
                : fault instanceof Fault.WrongToken ? 401 : fault instanceof Fault.Forbidden ? 403 : 503;
        return HttpAnswer.json(status, Map.of("error", "refused"));
    }

    @Override
    public synchronized QuotaUse quotaUse() {
        long windows = Duration.between(start, clock().instant()).dividedBy(WINDOW);
        return new QuotaUse((double) windows * CALLS, spent, refused);
    }
}
