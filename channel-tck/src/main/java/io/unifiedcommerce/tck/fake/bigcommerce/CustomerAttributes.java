package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** /v3/customers/attributes and the upsert of their values. No webhook tells of a changed value. */
final class CustomerAttributes {
    private record Definition(long id, String name, String type, Instant createdAt) {}

    private record Key(long customerId, long attributeId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCustomer = Long.compare(customerId, other.customerId);
            return byCustomer != 0 ? byCustomer : Long.compare(attributeId, other.attributeId);
        }
    }

    private record Value(long id, Key key, String text, Instant createdAt, Instant updatedAt) {}

    private static final int MAX_BATCH = 10;
    private static final int MAX_DEFINITIONS = 50;
    private static final int MAX_PAGE = 250;
    private static final List<String> TYPES = List.of("string", "number", "date");

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong valueIds = new AtomicLong(8_000_000);
    private final NavigableMap<Long, Definition> definitions = new ConcurrentSkipListMap<>();
    private final NavigableMap<Key, Value> values = new ConcurrentSkipListMap<>();
    private final Shop shop;
    private final Clock clock;

    CustomerAttributes(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    void serve(Routes routes) {
        String scope = CustomersV3.SCOPE;
        routes.on("GET", "/v3/customers/attributes", scope, (call, path) -> definitions(call))
                .on("POST", "/v3/customers/attributes", scope, (call, path) -> define(call))
                .on("GET", "/v3/customers/attribute-values", scope, (call, path) -> values(call))
                .on("PUT", "/v3/customers/attribute-values", scope, (call, path) -> upsert(call));
    }

    /** Values of a customer by attribute name. */
    Map<String, String> of(long customerId) {
        Map<String, String> named = new TreeMap<>();
        valuesOf(customerId)
                .forEach(value ->
                        named.put(definitions.get(value.key().attributeId()).name(), value.text()));
        return named;
    }

    ArrayNode json(long customerId) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        valuesOf(customerId).forEach(value -> rows.add(json(value)));
        return rows;
    }

    private List<Value> valuesOf(long customerId) {
        return List.copyOf(values.subMap(new Key(customerId, 0), true, new Key(customerId, Long.MAX_VALUE), true)
                .values());
    }

    private HttpAnswer definitions(HttpCall call) {
        Optional<String> name = call.param("name");
        List<Definition> found = definitions.values().stream()
                .filter(definition -> name.map(definition.name()::equals).orElse(true))
                .toList();
        return Page.of(call, MAX_PAGE).v3(found, CustomerAttributes::json);
    }

    private HttpAnswer define(HttpCall call) throws IOException {
        List<Definition> made = new ArrayList<>();
        synchronized (definitions) {
            for (JsonNode row : call.json()) {
                made.add(checked(row));
            }
            made.forEach(definition -> definitions.put(definition.id(), definition));
        }
        return new Page(1, MAX_PAGE).v3(made, CustomerAttributes::json);
    }

    private Definition checked(JsonNode row) {
        String name = row.path("name").asText("");
        String type = row.path("type").asText("");
        if (name.isEmpty() || !TYPES.contains(type)) {
            throw new ApiError(422, "name and a type of " + TYPES + " are required", "type");
        }
        if (definitions.values().stream()
                .anyMatch(definition -> definition.name().equals(name))) {
            throw new ApiError(422, "An attribute of this name exists already", "name");
        }
        if (definitions.size() >= MAX_DEFINITIONS) {
            throw new ApiError(422, "At most " + MAX_DEFINITIONS + " attributes per store");
        }
        return new Definition(ids.incrementAndGet(), name, type, clock.instant());
    }

    private HttpAnswer values(HttpCall call) {
        Optional<List<Long>> customers = Params.integers(call, "customer_id:in");
        Optional<List<Long>> attributes = Params.integers(call, "attribute_id:in");
        List<Value> found = values.values().stream()
                .filter(value -> customers
                        .map(all -> all.contains(value.key().customerId()))
                        .orElse(true))
                .filter(value -> attributes
                        .map(all -> all.contains(value.key().attributeId()))
                        .orElse(true))
                .toList();
        return Page.of(call, MAX_PAGE).v3(found, CustomerAttributes::json);
    }

    private HttpAnswer upsert(HttpCall call) throws IOException {
        JsonNode rows = call.json();
        if (!rows.isArray() || rows.isEmpty() || rows.size() > MAX_BATCH) {
            throw new ApiError(422, "The body must be an array of 1 to " + MAX_BATCH + " values");
        }
        rows.forEach(this::requireKnown);
        List<Value> written = new ArrayList<>();
        rows.forEach(row -> written.add(write(row)));
        return new Page(1, MAX_PAGE).v3(written, CustomerAttributes::json);
    }

    private void requireKnown(JsonNode row) {
        if (shop.customers().records().find(row.path("customer_id").asLong()).isEmpty()) {
            throw new ApiError(422, "The customer was not found", "customer_id");
        }
        Definition definition = definitions.get(row.path("attribute_id").asLong());
        if (definition == null) {
            throw new ApiError(422, "The attribute was not found", "attribute_id");
        }
        String text = row.path("value").asText();
        if (definition.type().equals("number") && !text.matches("-?\\d+(\\.\\d+)?")) {
            throw new ApiError(422, "The value must be a number", "value");
        }
    }

    private Value write(JsonNode row) {
        Key key = new Key(
                row.path("customer_id").asLong(), row.path("attribute_id").asLong());
        Instant now = clock.instant();
        return values.compute(
                key,
                (same, before) -> new Value(
                        before == null ? valueIds.incrementAndGet() : before.id(),
                        key,
                        row.path("value").asText(),
                        before == null ? now : before.createdAt(),
                        now));
    }

    private static JsonNode json(Definition definition) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", definition.id())
                .put("name", definition.name())
                .put("type", definition.type())
                .put("date_created", Dates.v3(definition.createdAt()))
                .put("date_modified", Dates.v3(definition.createdAt()));
    }

    private static ObjectNode json(Value value) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", value.id())
                .put("customer_id", value.key().customerId())
                .put("attribute_id", value.key().attributeId())
                .put("attribute_value", value.text())
                .put("date_created", Dates.v3(value.createdAt()))
                .put("date_modified", Dates.v3(value.updatedAt()));
    }
}
