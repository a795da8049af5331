package io.unifiedcommerce.channel.webhook;

import java.util.Map;

/**
 * What a genuine notification says: some record changed. It is read again by its id; the notification's own copy of it
 * is not used, because it may be late, have another shape, or be overtaken. Where nothing can be read again, the
 * notification is the record.
 *
 * @param topic the platform's name for what happened
 * @param stream name of the stream that the record belongs to
 * @param id the record's id as text; null where the notification is the record
 * @param slice id of the slice that holds it; null where the stream has none
 * @param deleted whether the record is gone
 * @param deliveryId what repeated deliveries have in common; null where the platform does not tell
 * @param record the notification as a record, with {@code topic}, {@code delivery} and {@code at} under
 *     {@code $webhook}; null where the record is read again
 */
public record WebhookHint(
        String topic,
        String stream,
        String id,
        String slice,
        boolean deleted,
        String deliveryId,
        Map<String, Object> record) {

    /** A hint at a record that can be read again. */
    public WebhookHint(String topic, String stream, String id, String slice, boolean deleted, String deliveryId) {
        this(topic, stream, id, slice, deleted, deliveryId, null);
    }

    /** Not the record's own: what a notification says may be personal. */
    @Override
    public String toString() {
        return topic + " of " + stream;
    }
}
