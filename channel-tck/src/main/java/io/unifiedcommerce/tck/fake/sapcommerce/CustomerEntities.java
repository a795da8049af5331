package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Customers by their uid, which is their e-mail address; their consents; and the attributes that profiles are written to. */
final class CustomerEntities {
    static final String ADDRESS =
            "(firstname lastname company streetname streetnumber town postalcode country(isocode) region(isocode) phone1)";
    private static final String TRAITS =
            "ucProfileId ucHouseholdId ucSegments ucOrders ucLifetimeValue ucCurrency ucLastOrderAt ucRfm";

    private final Map<Long, Map<String, String>> attributes = new ConcurrentHashMap<>();
    private final Shop shop;

    CustomerEntities(Shop shop) {
        this.shop = shop;
    }

    void serve(IntegrationApi api) {
        api.with(
                "UcCustomer/Customers",
                EntitySet.readOnly(
                        "uid customerID name contactEmail type(code) creationtime modifiedtime deactivationDate"
                                + " sessionLanguage(isocode) addresses*" + ADDRESS,
                        this::customers));
        api.with(
                "UcConsent/Consents",
                EntitySet.readOnly(
                        "code consentGivenDate consentWithdrawnDate modifiedtime customer(uid) consentTemplate(id version)",
                        this::consents));
        api.with(
                "UcCustomerProfile/Customers",
                new EntitySet(EntityShape.of("uid " + TRAITS), this::profiles, this::change));
    }

    Map<String, String> attributes(long customerId) {
        return new TreeMap<>(attributes.getOrDefault(customerId, Map.of()));
    }

    private Collection<ObjectNode> customers() {
        return shop.customers().records().byId().values().stream()
                .map(CustomerEntities::row)
                .toList();
    }

    private static ObjectNode row(Customer customer) {
        CustomerProfile profile = customer.profile();
        ObjectNode row = ODataJson.row(profile.email())
                .put("uid", profile.email())
                .put("customerID", "c-" + customer.id())
                .put("name", profile.firstName() + " " + profile.lastName())
                .put("creationtime", ODataJson.date(customer.createdAt()))
                .put("modifiedtime", ODataJson.date(customer.updatedAt()));
        row.set("type", ODataJson.coded("REGISTERED"));
        row.set("sessionLanguage", ODataJson.row("fr").put("isocode", "fr"));
        ArrayNode addresses = ODataJson.list();
        if (!profile.address().line1().isEmpty()) {
            addresses.add(address(customer.id(), profile.address()));
        }
        row.set("addresses", addresses);
        return row;
    }

    static ObjectNode address(long id, Address address) {
        ObjectNode row = ODataJson.row("a-" + id)
                .put("firstname", address.firstName())
                .put("lastname", address.lastName())
                .put("streetname", address.line1())
                .put("town", address.city())
                .put("postalcode", address.postalCode())
                .put("phone1", address.phone());
        row.set("country", ODataJson.currency(address.countryCode()));
        row.set("region", ODataJson.currency(address.countryCode() + "-" + address.provinceCode()));
        return row;
    }

    private Collection<ObjectNode> consents() {
        return shop.customers().records().all().stream()
                .filter(customer -> customer.emailConsent().updatedAt() != null)
                .map(CustomerEntities::consent)
                .toList();
    }

    private static ObjectNode consent(Customer customer) {
        MarketingConsent consent = customer.emailConsent();
        String date = ODataJson.date(consent.updatedAt());
        boolean given = consent.state() == MarketingConsent.State.SUBSCRIBED;
        ObjectNode row = ODataJson.row("consent-" + customer.id())
                .put("code", "consent-" + customer.id())
                .put("consentGivenDate", date)
                .put("consentWithdrawnDate", given ? null : date)
                .put("modifiedtime", date);
        row.set(
                "customer",
                ODataJson.row(customer.profile().email())
                        .put("uid", customer.profile().email()));
        row.set(
                "consentTemplate",
                ODataJson.row("0|MARKETING_NEWSLETTER")
                        .put("id", "MARKETING_NEWSLETTER")
                        .put("version", 0));
        return row;
    }

    private Collection<ObjectNode> profiles() {
        return shop.customers().records().all().stream()
                .map(customer -> {
                    ObjectNode row = ODataJson.row(customer.profile().email())
                            .put("uid", customer.profile().email());
                    attributes(customer.id()).forEach(row::put);
                    return row;
                })
                .toList();
    }

    private void change(ObjectNode row, JsonNode changes) {
        long id =
                shop.customers().byEmail(row.get("uid").asText()).orElseThrow().id();
        Map<String, String> values = attributes(id);
        changes.properties().forEach(change -> {
            if (!TRAITS.contains(change.getKey())) {
                throw new ApiError(400, "invalid_property", "The property [" + change.getKey() + "] is not defined.");
            }
            if (change.getValue().isNull()) {
                values.remove(change.getKey());
            } else {
                values.put(change.getKey(), change.getValue().asText());
            }
        });
        attributes.put(id, values);
        shop.customers().change(id, customer -> customer);
    }
}
