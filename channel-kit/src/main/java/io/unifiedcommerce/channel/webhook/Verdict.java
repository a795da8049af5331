package io.unifiedcommerce.channel.webhook;

/**
 * Whether a notification comes from whom it claims.
 *
 * @param reason why it is not believed, for logs; null when it is genuine. It is not for the sender, whom it would
 *     teach
 */
public record Verdict(boolean genuine, String reason) {
    static final Verdict GENUINE = new Verdict(true, null);

    static Verdict refused(String reason) {
        return new Verdict(false, reason);
    }
}
