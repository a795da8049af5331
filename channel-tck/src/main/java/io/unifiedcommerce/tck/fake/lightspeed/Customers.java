package io.unifiedcommerce.tck.fake.lightspeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Customers, those that were deleted among them, with the four fields that an app may fill. */
final class Customers {
    private static final List<String> FREE =
            List.of("custom_field_1", "custom_field_2", "custom_field_3", "custom_field_4");

    private final Shop shop;
    private final Feed feed;
    private final Listing listing;
    private final Map<Long, Map<String, String>> free = new ConcurrentHashMap<>();
    private final Map<Long, Customer> gone = new ConcurrentHashMap<>();

    Customers(Shop shop, Feed feed, Listing listing) {
        this.shop = shop;
        this.feed = feed;
        this.listing = listing;
    }

    void serve(Routes routes) {
        routes.on("GET", "/customers", "customers:read", (call, path) -> list(call))
                .on("GET", "/customers/{id}", "customers:read", (call, path) -> one(path.text("id")))
                .on("PUT", "/customers/{id}", "customers:write", (call, path) -> change(call, path.text("id")));
    }

    void deleted(Customer customer) {
        gone.put(customer.id(), customer);
    }

    /** What an app wrote to a customer. */
    Map<String, String> free(long customerId) {
        return Map.copyOf(free.getOrDefault(customerId, Map.of()));
    }

    private HttpAnswer list(HttpCall call) {
        boolean deleted = call.param("deleted").map(Boolean::parseBoolean).orElse(false);
        return listing.page(
                call,
                entry -> json(entry.id())
                        .filter(json -> deleted || json.get("deleted_at").isNull()),
                Ids.CUSTOMER);
    }

    private HttpAnswer one(String id) {
        return Listing.one(json(Ids.CUSTOMER.number(id)).orElseThrow(() -> new ApiProblem(404, "Customer not found")));
    }

    private HttpAnswer change(HttpCall call, String id) throws IOException {
        Customer before = shop.customers()
                .records()
                .find(Ids.CUSTOMER.number(id))
                .orElseThrow(() -> new ApiProblem(404, "Customer not found"));
        JsonNode body = call.json();
        // A change tells both names, or it is refused.
        if (!body.has("first_name") || !body.has("last_name")) {
            throw new ApiProblem(422, "first_name and last_name are required");
        }
        Map<String, String> values = new LinkedHashMap<>(free(before.id()));
        FREE.stream()
                .filter(body::has)
                .forEach(field -> values.put(field, body.path(field).asText("")));
        free.put(before.id(), values);
        CustomerProfile named = before.profile()
                .named(
                        body.path("first_name").asText(""),
                        body.path("last_name").asText(""));
        shop.customers().change(before.id(), customer -> customer.described(named));
        return one(id);
    }

    private Optional<JsonNode> json(long id) {
        Customer deleted = gone.get(id);
        return deleted != null
                ? Optional.of(json(deleted, deleted.updatedAt()))
                : shop.customers().records().find(id).map(customer -> json(customer, null));
    }

    private JsonNode json(Customer customer, Instant deletedAt) {
        CustomerProfile profile = customer.profile();
        Address address = profile.address();
        boolean hasAddress = !address.line1().isEmpty();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", Ids.CUSTOMER.of(customer.id()))
                .put("customer_code", "C-" + customer.id())
                .put("first_name", profile.firstName())
                .put("last_name", profile.lastName())
                .put("email", orNull(profile.email()))
                .put("mobile", orNull(profile.phone()))
                .put("note", profile.note())
                .put("do_not_email", customer.emailConsent().state() == MarketingConsent.State.UNSUBSCRIBED)
                .put("enable_promotional_sms", customer.smsConsent().state() == MarketingConsent.State.SUBSCRIBED)
                .put("enable_loyalty", false)
                .put("loyalty_balance", 0)
                .put("physical_address_1", hasAddress ? address.line1() : null)
                .put("physical_city", hasAddress ? address.city() : null)
                .put("physical_postcode", hasAddress ? address.postalCode() : null)
                .put("physical_state", hasAddress ? address.provinceCode() : null)
                .put("physical_country_id", hasAddress ? address.countryCode() : null)
                .put("created_at", customer.createdAt().toString())
                .put("updated_at", customer.updatedAt().toString())
                .put("deleted_at", deletedAt == null ? null : deletedAt.toString())
                .put("version", feed.version(Ids.CUSTOMER, customer.id()));
        FREE.forEach(field -> json.put(field, free(customer.id()).get(field)));
        return json;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
