package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** A header holds the keyed digest of the body. */
final class HmacVerifier implements WebhookVerifier {
    private final WebhookSpec.Verification.Hmac spec;
    private final Secrets secrets;

    HmacVerifier(WebhookSpec.Verification.Hmac spec, Secrets secrets) {
        this.spec = spec;
        this.secrets = secrets;
    }

    @Override
    public Verdict verify(Map<String, String> headers, byte[] body) {
        String given = new Headers(headers).get(spec.header());
        if (given == null) {
            return Verdict.refused("no header " + spec.header());
        }
        String signature = spec.encoding() == WebhookSpec.Encoding.HEX ? given.toLowerCase(Locale.ROOT) : given;
        boolean found = false;
        for (byte[] digest : secrets.digests(spec.hash(), body)) {
            found |= Secrets.same(encoded(digest), signature);
        }
        return found
                ? Verdict.GENUINE
                : Verdict.refused("header " + spec.header() + " does not match the body; check the secret");
    }

    private String encoded(byte[] digest) {
        return switch (spec.encoding()) {
            case BASE64 -> Base64.getEncoder().encodeToString(digest);
            case HEX -> HexFormat.of().formatHex(digest);
        };
    }
}
