package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.record.RecordJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals grants with AES-256-GCM, so that whoever reads the place where they are kept cannot use them. The key is derived from the
 * client secret: all who may renew the token have it, and nobody needs one secret more.
 */
final class GrantCipher {
    private static final String PURPOSE = "unified-commerce grant 1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final byte[] account;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param secrets the client secrets, newest last; a grant that was sealed with any of them can be read
     * @param account a grant that is found under another account is not believed
     */
    GrantCipher(List<String> secrets, String account) {
        this.keys = secrets.stream().map(GrantCipher::key).toList();
        this.account = account.getBytes(StandardCharsets.UTF_8);
    }

    private static SecretKeySpec key(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    byte[] seal(Grant grant) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(keys.size() - 1), nonce)
                    .doFinal(RecordJson.write(grant.toMap()));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** @throws GrantStoreException when none of the secrets opens it */
    Grant open(byte[] sealed) {
        for (SecretKeySpec key : keys) {
            try {
                byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
                byte[] json = cipher(Cipher.DECRYPT_MODE, key, nonce)
                        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
                return Grant.ofMap((Map<?, ?>) RecordJson.read(json));
            } catch (AEADBadTagException otherKey) {
                // sealed with another of the secrets, or with none of them
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                throw unreadable(e);
            }
        }
        throw unreadable(null);
    }

    private static GrantStoreException unreadable(Exception cause) {
        return new GrantStoreException(
                "the stored tokens cannot be opened with this client secret; after a change of the secret give the old and "
                        + "the new one, separated by a comma, until the token was renewed",
                cause);
    }

    private Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account);
        return cipher;
    }
}
