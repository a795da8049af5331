package io.unifiedcommerce.channel.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short hashes of texts. */
final class Hashes {
    private Hashes() {}

    /** 64 bits of the SHA-256 of two texts. */
    static long of(String one, String other) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(one.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(other.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
