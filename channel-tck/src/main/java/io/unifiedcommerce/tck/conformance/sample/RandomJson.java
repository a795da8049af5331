package io.unifiedcommerce.tck.conformance.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** JSON values as no platform should send them: wrong types, giant numbers, impossible times, deep nesting. */
public final class RandomJson {
    private static final int DEEP = 400;
    private static final List<Object> SCALARS = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "12.34",
            "12,34",
            "1e999999999",
            "NaN",
            "Infinity",
            "true",
            "null",
            "2026-11-20T15:02:11Z",
            "2026-11-20T15:02:11+01:00",
            "2026-02-30T25:61:61Z",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "Fri, 20 Nov 2026 15:02:11 +0000",
            "Fri, 31 Feb 2026 99:02:11 +0000",
            "EUR",
            "XXX",
            "gid://shopify/Order/1",
            "a|b%c",
            "\u0000\uD800",
            "é".repeat(5000),
            "9".repeat(5000),
            0L,
            1L,
            -1L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            new BigInteger("9".repeat(60)),
            new BigDecimal("0.1"),
            new BigDecimal("99999999999999999999.99999"),
            new BigDecimal("1E+999999999"),
            new BigDecimal("1E-999999999"),
            true,
            false);

    private final RandomGenerator random;

    public RandomJson(RandomGenerator random) {
        this.random = random;
    }

    /** A value of any kind. */
    public Object value() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> list(2);
            case 2 -> map(List.of("id", "name", "nodes"), 2);
            case 3 -> random.nextInt(20) == 0 ? deep() : Map.of();
            case 4 -> List.of();
            default -> SCALARS.get(random.nextInt(SCALARS.size()));
        };
    }

    /** A record that has something at some of the given paths of keys. */
    public Map<String, Object> record(Collection<String> paths) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (String path : paths) {
            if (random.nextInt(4) > 0) {
                plant(record, path, value());
            }
        }
        return record;
    }

    /** A copy of a record with a few of its values replaced, taken away or repeated. */
    public Map<String, Object> mutated(Map<String, Object> record, List<String> places) {
        Map<String, Object> copy = record;
        for (int i = random.nextInt(3); i >= 0; i--) {
            String place = places.get(random.nextInt(places.size()));
            copy = RecordEdit.at(copy, place, old -> switch (random.nextInt(6)) {
                case 0 -> RecordEdit.GONE;
                case 1 -> Arrays.asList(old, value(), old);
                default -> value();
            });
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private void plant(Map<String, Object> map, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            map.putIfAbsent(path, value);
            return;
        }
        Object inner = map.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<String, Object>());
        if (inner instanceof LinkedHashMap<?, ?> found) {
            plant((Map<String, Object>) found, path.substring(dot + 1), value);
            if (random.nextBoolean()) {
                map.put(path.substring(0, dot), new ArrayList<>(Arrays.asList(inner, value())));
            }
        }
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(depth == 0 ? "x" : value());
        }
        return list;
    }

    private Map<String, Object> map(List<String> keys, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        keys.forEach(key -> map.put(key, depth == 0 ? "x" : value()));
        return map;
    }

    private static Object deep() {
        Object value = "deep";
        for (int i = 0; i < DEEP; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("id", value);
        }
        return value;
    }
}
