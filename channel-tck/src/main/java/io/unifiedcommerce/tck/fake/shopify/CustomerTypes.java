package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Customers, their e-mail, phone and metafields. */
final class CustomerTypes {
    private static final String SCOPE = "read_customers";

    private record Email(Customer customer) {}

    private record Phone(Customer customer) {}

    private final Shop shop;
    private final ShopifySettings settings;
    private final Metafields metafields;
    private final CustomerTotals totals;
    private final Listing<Customer> listing;

    CustomerTypes(Shop shop, ShopifySettings settings, Metafields metafields, CustomerTotals totals) {
        this.shop = shop;
        this.settings = settings;
        this.metafields = metafields;
        this.totals = totals;
        listing = new Listing<>(
                shop.customers().records(),
                new SearchFields<Customer>(settings.zone())
                        .time("updated_at", Customer::updatedAt)
                        .time("created_at", Customer::createdAt)
                        .number("id", Customer::id)
                        .text("first_name", customer -> customer.profile().firstName())
                        .text("last_name", customer -> customer.profile().lastName())
                        .text("phone", customer -> customer.profile().phone())
                        .matching("email", CustomerTypes::hasEmail)
                        .matching(
                                "tag",
                                (customer, term) -> customer.tags().stream().anyMatch(term.value()::equalsIgnoreCase)));
    }

    void wire(Wiring wiring) {
        wiring.query()
                .field("customers", SCOPE, (root, call) -> listing.page(call))
                .field("customer", SCOPE, (root, call) -> find(Gid.of(call.getArgument("id"), "Customer")))
                .field("customerByIdentifier", SCOPE, (root, call) -> byIdentifier(call.getArgument("identifier")));
        customer(wiring);
        contact(wiring);
        metafield(wiring);
    }

    /** Unquoted, an e-mail matches by any of its words, as the platform's search does. */
    private static boolean hasEmail(Customer customer, SearchTerm term) {
        String email = customer.profile().email().toLowerCase(Locale.ROOT);
        String wanted = term.value().toLowerCase(Locale.ROOT);
        if (term.quoted()) {
            return email.equals(wanted);
        }
        List<String> words = Arrays.asList(email.split("[@.]"));
        return Arrays.stream(wanted.split("[@.]")).anyMatch(words::contains);
    }

    private void customer(Wiring wiring) {
        wiring.node("Customer", Customer.class, this::find)
                .field("id", customer -> Gid.of("Customer", customer.id()))
                .field("legacyResourceId", Customer::id)
                .field(
                        "firstName",
                        customer -> OrderTypes.blankAsNull(customer.profile().firstName()))
                .field(
                        "lastName",
                        customer -> OrderTypes.blankAsNull(customer.profile().lastName()))
                .field("displayName", CustomerTypes::displayName)
                .field(
                        "note",
                        customer -> OrderTypes.blankAsNull(customer.profile().note()))
                .field("tags", Customer::tags)
                .field("numberOfOrders", customer -> totals.of(customer.id()).orders())
                .field(
                        "amountSpent",
                        customer -> new Money(totals.of(customer.id()).spent(), settings.currency()))
                .field("createdAt", Customer::createdAt)
                .field("updatedAt", Customer::updatedAt)
                .field(
                        "defaultEmailAddress",
                        customer -> customer.profile().email().isEmpty() ? null : new Email(customer))
                .field(
                        "defaultPhoneNumber",
                        customer -> customer.profile().phone().isEmpty() ? null : new Phone(customer))
                .field("defaultAddress", PostalAddress::of)
                .field("metafield", (customer, call) -> metafields.find(Gid.of("Customer", customer.id()), call))
                .field("metafields", (customer, call) -> metafields(customer, call))
                .constant("en", "locale")
                .constant("ENABLED", "state")
                .constant(false, "taxExempt")
                .constant(true, "verifiedEmail");
    }

    private static void contact(Wiring wiring) {
        TypeFields<Email> email = wiring.type("CustomerEmailAddress", Email.class)
                .field("emailAddress", node -> node.customer().profile().email());
        consent(email, node -> node.customer().emailConsent());
        TypeFields<Phone> phone = wiring.type("CustomerPhoneNumber", Phone.class)
                .field("phoneNumber", node -> node.customer().profile().phone());
        consent(phone, node -> node.customer().smsConsent());
    }

    private static <T> void consent(TypeFields<T> type, Function<T, MarketingConsent> consent) {
        type.field("marketingState", node -> consent.apply(node).state().name())
                .field(
                        "marketingOptInLevel",
                        node -> consent.apply(node).state() == MarketingConsent.State.SUBSCRIBED
                                ? "SINGLE_OPT_IN"
                                : null)
                .field("marketingUpdatedAt", node -> consent.apply(node).updatedAt());
    }

    private static void metafield(Wiring wiring) {
        wiring.type("Metafield", Metafields.Metafield.class)
                .field("id", metafield -> Gid.of("Metafield", metafield.id()))
                .field("legacyResourceId", Metafields.Metafield::id)
                .field("namespace", metafield -> metafield.key().namespace())
                .field("key", metafield -> metafield.key().key())
                .field("value", Metafields.Metafield::value)
                .field("jsonValue", Metafields.Metafield::json)
                .field("type", Metafields.Metafield::type)
                .field("compareDigest", Metafields.Metafield::digest)
                .field("createdAt", Metafields.Metafield::createdAt)
                .field("updatedAt", Metafields.Metafield::updatedAt)
                .field(
                        "ownerType",
                        metafield -> Gid.parse(metafield.key().owner()).type().toUpperCase(Locale.ROOT));
    }

    private Connection metafields(Customer customer, DataFetchingEnvironment call) {
        String namespace = call.getArgument("namespace");
        List<Metafields.Metafield> found = metafields.of(Gid.of("Customer", customer.id())).stream()
                .filter(metafield -> namespace == null
                        || metafield
                                .key()
                                .namespace()
                                .equals(Metafields.key("", namespace, "").namespace()))
                .toList();
        return PageRequest.of(call).take(found);
    }

    static String displayName(Customer customer) {
        String name = (customer.profile().firstName() + " " + customer.profile().lastName()).strip();
        return name.isEmpty() ? customer.profile().email() : name;
    }

    private Customer byIdentifier(Map<String, Object> identifier) {
        if (identifier.get("id") != null) {
            return find(Gid.of(identifier.get("id"), "Customer"));
        }
        if (identifier.get("emailAddress") != null) {
            return shop.customers()
                    .byEmail((String) identifier.get("emailAddress"))
                    .orElse(null);
        }
        return shop.customers()
                .byPhone((String) identifier.getOrDefault("phoneNumber", "-"))
                .orElse(null);
    }

    private Customer find(long id) {
        return shop.customers().records().find(id).orElse(null);
    }
}
