package io.unifiedcommerce.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Deterministic event ids: a webhook, a poll and a replay of the same version of the same thing have the same id, so
 * that readers recognise the copies. UUID version 5 as RFC 4122 section 4.3 has it.
 */
public final class EventIds {

    /**
     * Name space of all event ids: version 5 of {@code urn:unifiedcommerce:event} in RFC 4122's name space for URLs.
     * It never changes: a new one would make every replay look like new events.
     */
    public static final UUID NAMESPACE = UUID.fromString("f7fbfcc2-6236-515b-a396-db5cfe4249f2");

    /** Never fed, only cloned: to look the algorithm up costs several times what the hash does. */
    private static final MessageDigest SHA1 = sha1OfThePlatform();

    private EventIds() {}

    /**
     * Id of one version of one thing.
     *
     * @param channelInstance shop, account or till group
     * @param entityId id of the thing in the channel
     * @param sourceVersion its version, or a hash of its content where the channel has none
     */
    public static String of(String channelInstance, Entity entity, String entityId, String sourceVersion) {
        return version5(NAMESPACE, Keys.of(channelInstance, entity.entityName(), entityId, sourceVersion))
                .toString();
    }

    static UUID version5(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return (MessageDigest) SHA1.clone();
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException("SHA-1 of the Java platform can be cloned", never);
        }
    }

    private static MessageDigest sha1OfThePlatform() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-1", absent);
        }
    }
}
