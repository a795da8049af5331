package io.unifiedcommerce.channel.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of a topic tell of one account, read in their order: the newest grant, and who has asked to renew it. The
 * topic's order makes them all agree on whose turn it is: the first claim that is neither given up nor too old.
 */
final class GrantView {
    private static final String CLAIM = "/claim/";

    private final String account;
    private final Duration lease;
    private final Map<String, Instant> claims = new LinkedHashMap<>();
    private byte[] grant;

    /** @param lease how long a claim counts: whoever made it may have crashed */
    GrantView(String account, Duration lease) {
        this.account = account;
        this.lease = lease;
    }

    /** Key of somebody's claim. */
    static String claimKey(String account, String claimant) {
        return account + CLAIM + claimant;
    }

    /**
     * Takes the next record of the topic.
     *
     * @param value null for a tombstone
     * @param at the broker's time
     */
    void take(String key, byte[] value, Instant at) {
        if (account.equals(key)) {
            grant = value;
        } else if (key != null && key.startsWith(account + CLAIM)) {
            // A claim that is made again goes to the end of the queue.
            claims.remove(key);
            if (value != null) {
                claims.put(key, at);
            }
        }
    }

    /** The sealed grant; empty before the first. */
    Optional<byte[]> grant() {
        return Optional.ofNullable(grant);
    }

    /** Whether it is the claim's turn. */
    boolean first(String claim, Instant now) {
        return claims.entrySet().stream()
                .filter(entry -> entry.getValue().plus(lease).isAfter(now))
                .findFirst()
                .map(entry -> entry.getKey().equals(claim))
                .orElse(false);
    }
}
