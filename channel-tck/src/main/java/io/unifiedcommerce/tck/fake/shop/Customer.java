package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;
import java.util.List;

/** A customer with an account at the shop. */
public record Customer(
        long id,
        CustomerProfile profile,
        List<String> tags,
        MarketingConsent emailConsent,
        MarketingConsent smsConsent,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    public Customer {
        tags = List.copyOf(tags);
    }

    public Customer described(CustomerProfile newProfile) {
        return new Customer(id, newProfile, tags, emailConsent, smsConsent, createdAt, updatedAt);
    }

    public Customer tagged(List<String> newTags) {
        return new Customer(id, profile, newTags, emailConsent, smsConsent, createdAt, updatedAt);
    }

    public Customer consentingToEmail(MarketingConsent newConsent) {
        return new Customer(id, profile, tags, newConsent, smsConsent, createdAt, updatedAt);
    }

    public Customer consentingToSms(MarketingConsent newConsent) {
        return new Customer(id, profile, tags, emailConsent, newConsent, createdAt, updatedAt);
    }

    Customer touched(Instant now) {
        return new Customer(id, profile, tags, emailConsent, smsConsent, createdAt, now);
    }
}
