package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.event.EventWriter;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

/**
 * A unified event of the ledger, ready to be written.
 *
 * @param key UTF-8
 * @param value JSON form
 * @param headers its envelope in CloudEvents' words, by name
 */
public record OutgoingEvent(Entity entity, byte[] key, byte[] value, Map<String, String> headers) {

    public OutgoingEvent {
        headers = Collections.unmodifiableMap(headers);
    }

    static OutgoingEvent of(EventWriter.Written written) {
        return new OutgoingEvent(
                written.entity(),
                written.entity().key(written.event()).getBytes(StandardCharsets.UTF_8),
                JsonForm.write(written.event()),
                written.headers());
    }
}
