package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The store's definitions of our attributes, made where they are missing, and the values that customers have. */
final class CustomerAttributes {
    private static final String PREFIX = "uc_";
    private static final RequestSpec DEFINITIONS =
            WriteRequests.get("/v3/customers/attributes", Map.of("limit", "limit"));
    private static final RequestSpec DEFINE = WriteRequests.json("POST", "/v3/customers/attributes");
    private static final RequestSpec VALUES = WriteRequests.get(
            "/v3/customers/attribute-values",
            Map.of("customer_id:in", "customers", "attribute_id:in", "attributes", "limit", "limit"));
    private static final Path DATA = Path.parse("data");
    private static final Path ID = Path.parse("id");
    private static final Path NAME = Path.parse("name");
    private static final Path CUSTOMER = Path.parse("customer_id");
    private static final Path ATTRIBUTE = Path.parse("attribute_id");
    private static final Path VALUE = Path.parse("attribute_value");
    private static final int LIMIT = 250;

    private final ChannelClient client;
    private Map<String, Long> ids;

    /** A customer's attribute. */
    record Key(long customerId, long attributeId) {}

    CustomerAttributes(ChannelClient client) {
        this.client = client;
    }

    /** Ids of the attributes, by trait. */
    Map<String, Long> ids() {
        if (ids == null) {
            Map<String, Long> byName = defined();
            List<Map<String, String>> missing = ProfileTraits.NAMES.stream()
                    .filter(trait -> !byName.containsKey(PREFIX + trait))
                    .map(trait -> Map.of("name", PREFIX + trait, "type", "string"))
                    .toList();
            if (!missing.isEmpty()) {
                client.call(DEFINE, Map.of("body", missing), ChannelClient.Purpose.WRITE);
                byName.putAll(defined());
            }
            Map<String, Long> byTrait = new LinkedHashMap<>();
            ProfileTraits.NAMES.forEach(
                    trait -> byTrait.put(trait, Objects.requireNonNull(byName.get(PREFIX + trait), trait)));
            ids = byTrait;
        }
        return ids;
    }

    /** The values that some customers have; at most 30, so that one page holds them all. */
    Map<Key, String> values(List<Long> customers) {
        Object body = client.call(
                        VALUES,
                        Map.of("customers", customers, "attributes", List.copyOf(ids().values()), "limit", LIMIT),
                        ChannelClient.Purpose.WRITE)
                .body();
        Map<Key, String> values = new HashMap<>();
        for (Object value : DATA.list(body)) {
            Key key = new Key(((Number) CUSTOMER.get(value)).longValue(), ((Number) ATTRIBUTE.get(value)).longValue());
            values.put(key, VALUE.string(value));
        }
        return values;
    }

    private Map<String, Long> defined() {
        Object body = client.call(DEFINITIONS, Map.of("limit", LIMIT), ChannelClient.Purpose.WRITE)
                .body();
        Map<String, Long> byName = new HashMap<>();
        DATA.list(body)
                .forEach(definition -> byName.put(NAME.string(definition), ((Number) ID.get(definition)).longValue()));
        return byName;
    }
}
