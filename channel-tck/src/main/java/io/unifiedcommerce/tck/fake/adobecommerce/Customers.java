package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Customers. A PUT takes the customer for whole: addresses that it sends replace those there, and attributes that it leaves out
 * are emptied (magento2 #14663, #27909). Attributes must have been made by staff.
 */
final class Customers {
    static final String RESOURCE = "Magento_Customer::manage";
    private static final int WEBSITE = 1;

    private final Shop shop;
    private final BiFunction<HttpCall, List<Row>, HttpAnswer> search;
    private final Set<String> attributes = ConcurrentHashMap.newKeySet();
    private final Map<Long, Map<String, String>> values = new ConcurrentHashMap<>();

    Customers(Shop shop, BiFunction<HttpCall, List<Row>, HttpAnswer> search) {
        this.shop = shop;
        this.search = search;
    }

    void serve(Routes routes) {
        routes.on("GET", "/V1/customers/search", RESOURCE, (call, path) -> search.apply(call, rows()))
                .on(
                        "GET",
                        "/V1/customers/{id}",
                        RESOURCE,
                        (call, path) -> HttpAnswer.json(200, json(find(path.id("id")))))
                .on("PUT", "/V1/customers/{id}", RESOURCE, (call, path) -> replace(call, path.id("id")))
                .on("GET", "/V1/attributeMetadata/customer/custom", RESOURCE, (call, path) -> metadata());
    }

    /** Staff make an attribute. */
    void define(String attribute) {
        attributes.add(attribute);
    }

    Map<String, String> valuesOf(long id) {
        return values.getOrDefault(id, Map.of());
    }

    private Customer find(long id) {
        return shop.customers().records().find(id).orElseThrow(() -> CommerceError.notFound("customerId", id));
    }

    private List<Row> rows() {
        return shop.customers().records().byId().values().stream()
                .map(customer -> new Row(
                        Map.of(
                                "entity_id",
                                customer.id(),
                                "email",
                                customer.profile().email(),
                                "website_id",
                                WEBSITE,
                                "updated_at",
                                Times.write(customer.updatedAt())),
                        json(customer)))
                .toList();
    }

    private ObjectNode json(Customer customer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", customer.id())
                .put(
                        "group_id",
                        customer.profile().groupId() == 0
                                ? 1
                                : customer.profile().groupId())
                .put("created_at", Times.write(customer.createdAt()))
                .put("updated_at", Times.write(customer.updatedAt()))
                .put("email", customer.profile().email())
                .put("firstname", customer.profile().firstName())
                .put("lastname", customer.profile().lastName())
                .put("store_id", 1)
                .put("website_id", WEBSITE);
        ArrayNode addresses = json.putArray("addresses");
        if (!customer.profile().address().equals(Address.NONE)) {
            addresses.add(address(customer.profile().address()));
        }
        json.putObject("extension_attributes")
                .put("is_subscribed", customer.emailConsent().state() == MarketingConsent.State.SUBSCRIBED);
        ArrayNode list = json.putArray("custom_attributes");
        valuesOf(customer.id())
                .forEach((code, value) ->
                        list.addObject().put("attribute_code", code).put("value", value));
        return json;
    }

    private static ObjectNode address(Address address) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", 1)
                .put("firstname", address.firstName())
                .put("lastname", address.lastName())
                .put("city", address.city())
                .put("postcode", address.postalCode())
                .put("country_id", address.countryCode())
                .put("telephone", address.phone())
                .put("default_billing", true);
        json.putArray("street").add(address.line1());
        return json;
    }

    private HttpAnswer replace(HttpCall call, long id) throws IOException {
        Customer customer = find(id);
        JsonNode given = call.json().path("customer");
        for (String field : List.of("email", "firstname", "lastname", "website_id")) {
            if (given.path(field).asText().isEmpty()) {
                throw new CommerceError(400, "\"%fieldName\" is required. Enter and try again.", field);
            }
        }
        Map<String, String> sent = new LinkedHashMap<>();
        for (JsonNode attribute : given.path("custom_attributes")) {
            String code = attribute.path("attribute_code").asText();
            if (attribute.path("value").isNull()) {
                throw new CommerceError(400, "The \"%1\" value is invalid.", code);
            }
            // What no attribute is known for is dropped without a word.
            if (attributes.contains(code)) {
                sent.put(code, attribute.path("value").asText());
            }
        }
        boolean addressesGone =
                given.has("addresses") && given.path("addresses").isEmpty();
        values.put(id, sent);
        Customer changed = shop.customers()
                .change(
                        id,
                        now -> now.described((addressesGone ? now.profile().livingAt(Address.NONE) : now.profile())
                                .named(
                                        given.path("firstname").asText(),
                                        given.path("lastname").asText())
                                .inGroup(given.path("group_id").asLong(0))));
        return HttpAnswer.json(200, json(changed));
    }

    private HttpAnswer metadata() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        attributes.stream()
                .sorted()
                .forEach(code -> list.addObject().put("attribute_code", code).put("frontend_input", "text"));
        return HttpAnswer.json(200, list);
    }
}
