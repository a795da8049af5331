package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** /v2/customers: a search that cannot be sorted by the time of change, and reading by id. */
final class CustomersV2 {
    private static final String SCOPE = "CUSTOMERS_READ";
    private static final int MOST = 100;

    private final Shop shop;
    private final Versions versions;

    CustomersV2(Shop shop, Versions versions) {
        this.shop = shop;
        this.versions = versions;
    }

    void serve(Routes routes) {
        routes.on("POST", "/v2/customers/search", SCOPE, (call, path) -> search(call.json()))
                .on("GET", "/v2/customers/{id}", SCOPE, (call, path) -> one(path.id("id")));
    }

    private HttpAnswer search(JsonNode body) {
        JsonNode range = body.path("query").path("filter").path("updated_at");
        Instant from = Json.instant(range, "start_at", Instant.MIN);
        Instant to = Json.instant(range, "end_at", Instant.MAX);
        List<ObjectNode> found = shop.customers().records().byId().values().stream()
                .filter(customer -> !customer.updatedAt().isBefore(from)
                        && customer.updatedAt().isBefore(to))
                .sorted(Comparator.comparing(Customer::createdAt).thenComparing(Customer::id))
                .map(this::customer)
                .toList();
        return Paging.of(body, MOST, MOST).answer("customers", found);
    }

    private HttpAnswer one(long id) {
        return shop.customers()
                .records()
                .find(id)
                .map(found -> HttpAnswer.json(200, Json.object().set("customer", customer(found))))
                .orElseThrow(() -> ApiError.notFound("Customer not found"));
    }

    ObjectNode customer(Customer customer) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(customer.id()))
                .put("given_name", customer.profile().firstName())
                .put("family_name", customer.profile().lastName());
        if (!customer.profile().email().isEmpty()) {
            json.put("email_address", customer.profile().email());
        }
        if (!customer.profile().phone().isEmpty()) {
            json.put("phone_number", customer.profile().phone());
        }
        Address address = customer.profile().address();
        if (!address.equals(Address.NONE)) {
            json.putObject("address")
                    .put("address_line_1", address.line1())
                    .put("locality", address.city())
                    .put("administrative_district_level_1", address.provinceCode())
                    .put("postal_code", address.postalCode())
                    .put("country", address.countryCode());
        }
        boolean unsubscribed = customer.emailConsent().state() == MarketingConsent.State.UNSUBSCRIBED;
        json.putObject("preferences").put("email_unsubscribed", unsubscribed);
        return json.put("creation_source", "THIRD_PARTY")
                .put("version", versions.of(customer.id()))
                .put("created_at", Json.time(customer.createdAt()))
                .put("updated_at", Json.time(customer.updatedAt()));
    }
}
