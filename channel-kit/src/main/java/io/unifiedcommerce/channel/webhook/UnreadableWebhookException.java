package io.unifiedcommerce.channel.webhook;

/**
 * A genuine notification is not what the manifest expects. Delivering it again would not help. Quotes nothing of it.
 */
public final class UnreadableWebhookException extends RuntimeException {
    UnreadableWebhookException(String message) {
        super(message);
    }
}
