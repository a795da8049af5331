package io.unifiedcommerce.channel.event;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened by our clock, if the sender's clock is wrong: what counts is how long before the sending it was. This
 * is Segment's rule (segment.com/docs, Spec: Common, "Timestamps").
 */
final class ClockRule {
    private ClockRule() {}

    /**
     * @param original by the sender's clock; null when it is not told: then it is the time of receipt
     * @param sentAt time of sending by the sender's clock; null when it is not told: then the sender's clock is believed
     * @return never after the receipt
     */
    static Instant correct(Instant original, Instant sentAt, Instant receivedAt) {
        if (original == null) {
            return receivedAt;
        }
        Instant corrected = sentAt == null ? original : receivedAt.minus(Duration.between(original, sentAt));
        return corrected.isAfter(receivedAt) ? receivedAt : corrected;
    }
}
