package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.record.Trees;
import java.util.Map;

/**
 * A part of a listing that is read by itself, such as the levels of one location.
 *
 * @param id its id as text; part of the source partition
 * @param fields what its records carry under {@code $slice}
 */
public record Slice(String id, Map<String, Object> fields) {

    /** What requests find under {@code slice}. */
    Map<String, Object> values() {
        return Trees.with(fields, "id", id);
    }
}
