package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.model.Consent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One way to reach a customer, and the consent to use it. */
enum CustomerConsent {
    EMAIL(
            "email_marketing",
            "defaultEmailAddress",
            "emailAddress",
            "queries/write-email-consent.graphql",
            "emailMarketingConsent",
            "customerEmailMarketingConsentUpdate"),
    SMS(
            "sms_marketing",
            "defaultPhoneNumber",
            "phoneNumber",
            "queries/write-sms-consent.graphql",
            "smsMarketingConsent",
            "customerSmsMarketingConsentUpdate");

    private static final Path STATE = Path.parse("marketingState");
    private static final Path UPDATED = Path.parse("marketingUpdatedAt");

    private final String purpose;
    private final Path contact;
    private final Path address;
    private final RequestSpec request;
    private final String input;
    private final Path errors;

    CustomerConsent(String purpose, String contact, String address, String query, String input, String mutation) {
        this.purpose = purpose;
        this.contact = Path.parse(contact);
        this.address = Path.parse(address);
        this.request = WriteRequests.graphql(query, "input");
        this.input = input;
        this.errors = Path.parse("data." + mutation + ".userErrors");
    }

    /** Tells Shopify of a withdrawal that it does not know of; says what was refused, or null. */
    String withdraw(ChannelClient client, String customerId, Object customer, List<Consent> consents) {
        Object shown = contact.get(customer);
        if (!"SUBSCRIBED".equals(STATE.string(shown))) {
            return null;
        }
        Optional<Consent> withdrawal = consents.stream()
                .filter(consent -> isWithdrawal(consent, shown))
                .findFirst();
        if (withdrawal.isEmpty()) {
            return null;
        }
        Map<String, Object> consent = Map.of(
                "marketingState",
                "UNSUBSCRIBED",
                "consentUpdatedAt",
                withdrawal.get().getCapturedAt().toString());
        Object body = client.call(
                        request,
                        Map.of("input", Map.of("customerId", customerId, input, consent)),
                        ChannelClient.Purpose.WRITE)
                .body();
        return UserErrors.first(errors, body);
    }

    /** Only what the person took back, for this very address, later than what Shopify was told. */
    private boolean isWithdrawal(Consent consent, Object shown) {
        String point = consent.getContactPoint();
        String told = UPDATED.string(shown);
        return purpose.equals(consent.getPurpose())
                && "WITHDRAWN".equals(consent.getStatus())
                && (point == null || normal(point).equals(normal(address.string(shown))))
                && (told == null || consent.getCapturedAt().isAfter(Instant.parse(told)));
    }

    private static String normal(String contactPoint) {
        return contactPoint == null ? "" : contactPoint.strip().toLowerCase(Locale.ROOT);
    }
}
