package io.unifiedcommerce.flink.inventory.core;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Whose stock: one SKU of one merchant. */
public record SkuKey(String tenant, String sku) {

    /**
     * Id of a push. A restart that decides the same again makes the same id, so that the channel recognises the copy; one
     * that decides otherwise makes another, so that it is not taken for a copy.
     */
    String pushId(String channel, long version, PushMode mode, Long delta, long target) {
        return uuid(channel, Long.toString(version), mode.name(), String.valueOf(delta), Long.toString(target));
    }

    /** Id of an adjustment: the same figure of the same channel is taken over once. */
    String adjustmentId(String channel, String cause, long at, long units) {
        return uuid("adjustment", channel, cause, Long.toString(at), Long.toString(units));
    }

    private String uuid(String... parts) {
        String name = tenant + "\n" + sku + "\n" + String.join("\n", parts);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
