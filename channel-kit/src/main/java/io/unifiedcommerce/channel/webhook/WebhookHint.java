package io.unifiedcommerce.channel.webhook;

/**
 * What a genuine notification says: some record changed. It is read again by its id; the notification's own copy of it
 * is not used, because it may be late, have another shape, or be overtaken.
 *
 * @param topic the platform's name for what happened
 * @param stream name of the stream that the record belongs to
 * @param id the record's id as text
 * @param slice id of the slice that holds it; null where the stream has none
 * @param deleted whether the record is gone
 * @param deliveryId what repeated deliveries have in common; null where the platform does not tell
 */
public record WebhookHint(String topic, String stream, String id, String slice, boolean deleted, String deliveryId) {}
