package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;
import java.util.List;

/** A customer with an account at the shop. */
public record Customer(
        long id, CustomerProfile profile, List<String> tags, Consent consent, Instant createdAt, Instant updatedAt)
        implements Versioned {
    /** What a customer agreed to receive by e-mail. */
    public enum Consent {
        NOT_SUBSCRIBED,
        PENDING,
        SUBSCRIBED,
        UNSUBSCRIBED
    }

    public Customer {
        tags = List.copyOf(tags);
    }

    public Customer described(CustomerProfile newProfile) {
        return new Customer(id, newProfile, tags, consent, createdAt, updatedAt);
    }

    public Customer tagged(List<String> newTags) {
        return new Customer(id, profile, newTags, consent, createdAt, updatedAt);
    }

    public Customer consenting(Consent newConsent) {
        return new Customer(id, profile, tags, newConsent, createdAt, updatedAt);
    }

    Customer touched(Instant now) {
        return new Customer(id, profile, tags, consent, createdAt, now);
    }
}
