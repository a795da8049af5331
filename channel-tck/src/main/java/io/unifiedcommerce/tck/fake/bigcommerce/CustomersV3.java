package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** /v3/customers: search, create, change and delete; there is no upsert. */
final class CustomersV3 {
    static final String SCOPE = "store_v2_customers";
    private static final int MAX_BATCH = 10;

    private final Shop shop;
    private final CustomerAttributes attributes;

    CustomersV3(Shop shop, Clock clock) {
        this.shop = shop;
        attributes = new CustomerAttributes(shop, clock);
    }

    CustomerAttributes attributes() {
        return attributes;
    }

    void serve(Routes routes) {
        attributes.serve(routes);
        routes.on("GET", "/v3/customers", SCOPE, (call, path) -> list(call))
                .on("POST", "/v3/customers", SCOPE, (call, path) -> batch(call, this::create))
                .on("PUT", "/v3/customers", SCOPE, (call, path) -> batch(call, this::change))
                .on("DELETE", "/v3/customers", SCOPE, (call, path) -> delete(call));
    }

    private interface Write {
        Customer apply(JsonNode row);
    }

    private HttpAnswer list(HttpCall call) {
        Set<String> include = Set.copyOf(Params.texts(call, "include").orElse(List.of()));
        List<Customer> found = CustomerSearch.find(shop, call);
        return CustomerSearch.page(call, found, customer -> json(customer, include));
    }

    private HttpAnswer batch(HttpCall call, Write write) throws IOException {
        JsonNode rows = call.json();
        if (!rows.isArray() || rows.isEmpty()) {
            throw new ApiError(422, "The body must be an array of customers");
        }
        if (rows.size() > MAX_BATCH) {
            throw new ApiError(413, "At most " + MAX_BATCH + " customers per request");
        }
        requireDistinctEmails(rows);
        List<Customer> written = new ArrayList<>();
        for (JsonNode row : rows) {
            written.add(write.apply(row));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        written.forEach(customer -> data.add(json(customer, Set.of())));
        body.putObject("meta");
        return HttpAnswer.json(200, body);
    }

    /** One bad row refuses the whole array, so all rows are looked at before the first is written. */
    private void requireDistinctEmails(JsonNode rows) {
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            long id = row.path("id").asLong(0);
            String email = row.path("email").asText("");
            boolean taken = shop.customers()
                    .byEmail(email)
                    .map(owner -> owner.id() != id)
                    .orElse(false);
            if (taken) {
                throw new ApiError(422, "Error creating customers: email already in use", i + ".email");
            }
            if (row.hasNonNull("id") && shop.customers().records().find(id).isEmpty()) {
                throw new ApiError(422, "The customer was not found", i + ".id");
            }
        }
    }

    private Customer create(JsonNode row) {
        for (String field : List.of("email", "first_name", "last_name")) {
            if (row.path(field).asText("").isEmpty()) {
                throw new ApiError(422, field + " is required", field);
            }
        }
        CustomerProfile profile = profile(CustomerProfile.of("", "", ""), row);
        return orTaken(() -> shop.customers().create(profile));
    }

    private Customer change(JsonNode row) {
        if (!row.hasNonNull("id")) {
            throw new ApiError(422, "id is required", "id");
        }
        return orTaken(() -> shop.customers()
                .change(row.path("id").asLong(), before -> before.described(profile(before.profile(), row))));
    }

    private static Customer orTaken(Supplier<Customer> write) {
        try {
            return write.get();
        } catch (IllegalArgumentException e) {
            throw new ApiError(422, e.getMessage(), "email");
        }
    }

    private HttpAnswer delete(HttpCall call) {
        Params.integers(call, "id:in").orElse(List.of()).forEach(shop.customers()::delete);
        return HttpAnswer.empty(204);
    }

    private static CustomerProfile profile(CustomerProfile before, JsonNode row) {
        return before.reachableAt(
                        row.path("email").asText(before.email()),
                        row.path("phone").asText(before.phone()))
                .named(
                        row.path("first_name").asText(before.firstName()),
                        row.path("last_name").asText(before.lastName()))
                .noted(row.path("notes").asText(before.note()))
                .inGroup(row.path("customer_group_id").asLong(before.groupId()));
    }

    private JsonNode json(Customer customer, Set<String> include) {
        CustomerProfile profile = customer.profile();
        boolean hasAddress = !profile.address().line1().isEmpty();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", customer.id())
                .put("email", profile.email())
                .put("first_name", profile.firstName())
                .put("last_name", profile.lastName())
                .put("company", "")
                .put("phone", profile.phone())
                .put("notes", profile.note())
                .put("tax_exempt_category", "")
                .put("customer_group_id", profile.groupId())
                .put("date_created", Dates.v3(customer.createdAt()))
                .put("date_modified", Dates.v3(customer.updatedAt()))
                .put("address_count", hasAddress ? 1 : 0)
                .put("attribute_count", attributes.of(customer.id()).size())
                .put("accepts_product_review_abandoned_cart_emails", true)
                .put("origin_channel_id", 1);
        json.putNull("channel_ids");
        if (include.contains("addresses")) {
            ArrayNode addresses = json.putArray("addresses");
            if (hasAddress) {
                addresses.add(Addresses.v3(customer));
            }
        }
        if (include.contains("attributes")) {
            json.set("attributes", attributes.json(customer.id()));
        }
        return json;
    }
}
