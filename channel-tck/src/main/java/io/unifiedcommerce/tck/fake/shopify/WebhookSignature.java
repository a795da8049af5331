package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.WebhookMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers of a webhook, with the HMAC-SHA256 of the raw body in base64. */
final class WebhookSignature {
    static final String VERSION = "2026-07";

    private final ShopifySettings settings;

    WebhookSignature(ShopifySettings settings) {
        this.settings = settings;
    }

    Map<String, String> headers(
            String topic, String webhookId, String eventId, Instant at, WebhookMessage.Signing signing) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Shopify-Topic", topic);
        headers.put("X-Shopify-Hmac-Sha256", hmac(signing));
        headers.put("X-Shopify-Shop-Domain", settings.domain());
        headers.put("X-Shopify-API-Version", VERSION);
        headers.put("X-Shopify-Webhook-Id", webhookId);
        headers.put("X-Shopify-Event-Id", eventId);
        headers.put("X-Shopify-Triggered-At", at.toString());
        return headers;
    }

    private String hmac(WebhookMessage.Signing signing) {
        String secret = signing.wrong() ? "not " + settings.clientSecret() : settings.clientSecret();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signing.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
