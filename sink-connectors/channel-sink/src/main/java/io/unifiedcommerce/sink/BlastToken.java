package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.record.Fingerprint;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * An operator's word that the stock levels up to a moment are right. It names the moment and the store, so it opens the door
 * for nothing else, however long it stays in the configuration.
 *
 * @param upTo time of the newest push that may pass, by the ledger's clock
 */
record BlastToken(Instant upTo, String instance) {
    private static final int CHECK_LENGTH = 8;

    static BlastToken upTo(Instant newest, String instance) {
        return new BlastToken(newest, instance);
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException when it is none, or one for another store
     */
    static BlastToken parse(String text, String instance) {
        int slash = text.indexOf('/');
        try {
            BlastToken token = new BlastToken(Instant.parse(text.substring(0, Math.max(slash, 0))), instance);
            if (token.toString().equals(text)) {
                return token;
            }
        } catch (DateTimeException e) {
            // reported below with what would be right
        }
        throw new IllegalArgumentException("not a token that was logged for " + instance);
    }

    @Override
    public String toString() {
        return upTo + "/" + Fingerprint.of(upTo + "/" + instance).substring(0, CHECK_LENGTH);
    }
}
