package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.WebhookMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks by the Standard Webhooks scheme: HMAC-SHA256 over id, timestamp and raw body joined by dots, with the
 * UTF-8 bytes of the client secret as the key.
 */
final class HookSignature {
    private final String secret;

    HookSignature(String secret) {
        this.secret = secret;
    }

    String messageId() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }

    Map<String, String> headers(String messageId, Instant at, WebhookMessage.Signing signing) {
        String timestamp = String.valueOf(at.getEpochSecond());
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((messageId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(signing.body());
        String key = signing.wrong() ? "not " + secret : secret;
        return Map.of(
                "webhook-id",
                messageId,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + hmac(key, signed));
    }

    /** The hash that BigCommerce puts into the payload to tell repeated deliveries. */
    String hash(String payload) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(payload.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    private static String hmac(String key, ByteArrayOutputStream signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
