package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.record.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What reading brings forth: a record, or something that is none. */
public sealed interface Emission {

    /** Name of the stream it belongs to. */
    String stream();

    /**
     * What a webhook told of itself.
     *
     * @param idPath where the manifest finds the id of the stream's records
     * @param body a record, with what the delivery told under {@code $webhook}
     */
    static Emission told(String stream, String idPath, Object body) {
        String id = Path.parse(idPath).string(body);
        if (id == null || !(body instanceof Map<?, ?> fields)) {
            return new UnreadableRecord(stream, body, "the record has no id at '" + idPath + "'");
        }
        Map<String, Object> record = new LinkedHashMap<>();
        fields.forEach((name, value) -> record.put(String.valueOf(name), value));
        return new ChannelRecord(stream, id, record, null);
    }

    /**
     * A platform's own record.
     *
     * @param id its id as text
     * @param value its fields as the platform names them, and {@code $parent}, {@code $slice}, {@code $context} where they apply
     * @param changedAt when the platform says it changed; null where it does not tell
     */
    record ChannelRecord(String stream, String id, Map<String, Object> value, Instant changedAt) implements Emission {}

    /**
     * Something in the place of a record that cannot be emitted as one.
     *
     * @param value what the platform sent
     * @param cause why it is no record; no personal data
     */
    record UnreadableRecord(String stream, Object value, String cause) implements Emission {}
}
