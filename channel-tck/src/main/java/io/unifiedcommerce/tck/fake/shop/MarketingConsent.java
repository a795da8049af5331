package io.unifiedcommerce.tck.fake.shop;

import java.time.Instant;

/**
 * What a customer agreed to receive on one channel, by e-mail or by text message.
 *
 * @param updatedAt when the customer last said so, null when never asked
 */
public record MarketingConsent(State state, Instant updatedAt) {
    /** Never asked. */
    public static final MarketingConsent NONE = new MarketingConsent(State.NOT_SUBSCRIBED, null);

    /** How far the agreement goes. */
    public enum State {
        NOT_SUBSCRIBED,
        PENDING,
        SUBSCRIBED,
        UNSUBSCRIBED
    }
}
