package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.MarketingConsent;
import io.unifiedcommerce.tck.fake.shop.Shop;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The consents of a customer to be written to by e-mail and by text message. */
final class ConsentMutations {
    private static final String SCOPE = "write_customers";
    private static final List<String> SETTABLE = List.of("SUBSCRIBED", "UNSUBSCRIBED", "PENDING");

    private final Shop shop;
    private final Clock clock;

    ConsentMutations(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    void wire(Wiring wiring) {
        wiring.mutation()
                .field(
                        "customerEmailMarketingConsentUpdate",
                        SCOPE,
                        (root, call) -> consent(
                                call.getArgument("input"), "emailMarketingConsent", Customer::consentingToEmail))
                .field(
                        "customerSmsMarketingConsentUpdate",
                        SCOPE,
                        (root, call) ->
                                consent(call.getArgument("input"), "smsMarketingConsent", Customer::consentingToSms));
    }

    private Object consent(
            Map<String, Object> input, String field, BiFunction<Customer, MarketingConsent, Customer> change) {
        @SuppressWarnings("unchecked")
        Map<String, Object> wanted = (Map<String, Object>) input.get(field);
        String state = (String) wanted.get("marketingState");
        Optional<Customer> found = shop.customers().records().find(Gid.of(input.get("customerId"), "Customer"));
        if (found.isEmpty()) {
            return refused("INVALID", "Customer not found", "input", "customerId");
        }
        if (!SETTABLE.contains(state)) {
            return refused("INVALID", "Cannot be set: " + state, "input", field);
        }
        if (state.equals("SUBSCRIBED") && wanted.get("marketingOptInLevel") == null) {
            return refused("MISSING_ARGUMENT", "marketingOptInLevel is required", "input", field);
        }
        Object said = wanted.get("consentUpdatedAt");
        Instant at = said == null ? clock.instant() : Instant.parse((String) said);
        MarketingConsent consent = new MarketingConsent(MarketingConsent.State.valueOf(state), at);
        return Payload.of("customer", shop.customers().change(found.get().id(), one -> change.apply(one, consent)));
    }

    private static Object refused(String code, String message, String... field) {
        return Payload.of("customer", null, List.of(Payload.error(code, message, field)));
    }
}
