package io.unifiedcommerce.channel.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short hashes of a record's identity and version. */
final class Hashes {
    private Hashes() {}

    /**
     * 64 bits of SHA-256. A wrong "not new" takes two versions of one record with the same hash, so 64 bits are enough; a clash
     * between two records only costs a duplicate.
     */
    static long of(String identity, String version) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(identity.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
