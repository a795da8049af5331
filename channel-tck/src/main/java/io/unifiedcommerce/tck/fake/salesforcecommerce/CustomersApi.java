package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Customers of one list. A search cannot ask for a time; custom attributes must be defined. */
final class CustomersApi {
    private static final String SCOPE = "sfcc.customerlists";

    private final Shop shop;
    private final SalesforceSettings settings;
    private final Map<Long, Map<String, JsonNode>> attributes = new ConcurrentHashMap<>();
    private final String attributePrefix;

    /** @param attributePrefix what the ids of all defined custom attributes begin with */
    CustomersApi(Shop shop, SalesforceSettings settings, String attributePrefix) {
        this.shop = shop;
        this.settings = settings;
        this.attributePrefix = attributePrefix;
    }

    /** Generated numbers have eight digits. */
    static String number(long id) {
        return "%08d".formatted(id);
    }

    void serve(Routes routes) {
        String list = "/customer/customers/v1/organizations/" + settings.organizationId() + "/customer-lists/"
                + settings.customerListId();
        String one = list + "/customers/{no}";
        routes.on("POST", list + "/customer-search", SCOPE, (call, path) -> search(call))
                .on("GET", one, SCOPE, (call, path) -> HttpAnswer.json(200, json(get(path.text("no")))))
                .on("PATCH", one, SCOPE + ".rw", (call, path) -> change(call, get(path.text("no"))));
    }

    Map<String, JsonNode> attributes(long customerId) {
        return attributes.getOrDefault(customerId, Map.of());
    }

    private HttpAnswer search(HttpCall call) throws IOException {
        SearchPage page = SearchPage.of(call.json());
        JsonNode term = page.query().path("termQuery");
        if (!term.path("fields").path(0).asText().equals("customerNo")
                || !term.path("operator").asText().equals("greater")
                || term.path("values").size() != 1) {
            throw Refusal.problem(400, "invalid-query", "the query is not one that this fake knows");
        }
        String after = term.path("values").path(0).asText();
        List<ObjectNode> hits = shop.customers().records().byId().values().stream()
                .filter(customer -> number(customer.id()).compareTo(after) > 0)
                .sorted(Comparator.comparing(customer -> number(customer.id())))
                .map(customer -> {
                    ObjectNode hit = JsonNodeFactory.instance.objectNode().put("relevance", 1.0);
                    hit.set("data", json(customer));
                    return hit;
                })
                .toList();
        return page.answer(hits);
    }

    private HttpAnswer change(HttpCall call, Customer customer) throws IOException {
        JsonNode body = call.json();
        Map<String, JsonNode> changed = new TreeMap<>(attributes(customer.id()));
        body.properties().forEach(field -> {
            if (field.getKey().startsWith("c_")) {
                if (!field.getKey().startsWith(attributePrefix)) {
                    throw Refusal.problem(400, "unknown-attribute", "custom attribute is not defined");
                }
                changed.put(field.getKey(), field.getValue());
            }
        });
        attributes.put(customer.id(), changed);
        return HttpAnswer.json(200, json(shop.customers().change(customer.id(), same -> same)));
    }

    private Customer get(String number) {
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> shop.customers().records().find(Long.parseLong(text)))
                .orElseThrow(() -> Refusal.problem(404, "customer-not-found", "there is no such customer"));
    }

    private ObjectNode json(Customer customer) {
        CustomerProfile profile = customer.profile();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("customerNo", number(customer.id()))
                .put("customerId", "cid" + customer.id())
                .put("email", profile.email())
                .put("firstName", profile.firstName())
                .put("lastName", profile.lastName())
                .put("creationDate", customer.createdAt().toString())
                .put("lastModified", customer.updatedAt().toString());
        json.putObject("credentials")
                .put("login", profile.email())
                .put("enabled", true)
                .put("locked", false);
        if (!profile.phone().isEmpty()) {
            json.put("phoneMobile", profile.phone());
        }
        if (!profile.address().equals(Address.NONE)) {
            ObjectNode address = OrderJson.address(profile.address());
            json.set("primaryAddress", address.put("addressId", "home"));
        }
        attributes(customer.id()).forEach(json::set);
        return json;
    }
}
