package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** A header holds the keyed digest of the body, or of a fixed text and the body. */
final class HmacVerifier implements WebhookVerifier {
    private final WebhookSpec.Verification.Hmac spec;
    private final Secrets secrets;
    private final byte[] prefix;

    private HmacVerifier(WebhookSpec.Verification.Hmac spec, Secrets secrets, byte[] prefix) {
        this.spec = spec;
        this.secrets = secrets;
        this.prefix = prefix;
    }

    static HmacVerifier of(WebhookSpec.Verification.Hmac spec, Map<String, String> options) {
        return new HmacVerifier(spec, Secrets.of(spec.secret(), options), prefix(spec.prefix(), options));
    }

    private static byte[] prefix(String template, Map<String, String> options) {
        if (template == null) {
            return new byte[0];
        }
        try {
            return TextTemplate.compile(template)
                    .text(Values.ofOptions(options))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (MissingValueException e) {
            // Nothing in its place would refuse every genuine notification.
            throw new IllegalArgumentException("webhooks are signed together with " + template + "; set it", e);
        }
    }

    @Override
    public Verdict verify(Map<String, String> headers, byte[] body) {
        String given = new Headers(headers).get(spec.header());
        if (given == null) {
            return Verdict.refused("no header " + spec.header());
        }
        String digest = spec.part() == null ? given : part(given, spec.part());
        if (digest == null) {
            return Verdict.refused("header " + spec.header() + " has no part " + spec.part());
        }
        String signature = spec.encoding() == WebhookSpec.Encoding.HEX ? digest.toLowerCase(Locale.ROOT) : digest;
        boolean found = false;
        for (byte[] expected : secrets.digests(spec.hash(), prefix, body)) {
            found |= Secrets.same(encoded(expected), signature);
        }
        return found ? Verdict.GENUINE : Verdict.refused("header " + spec.header() + mismatch());
    }

    private String mismatch() {
        return spec.prefix() == null
                ? " does not match the body; check the secret"
                : " does not match the body; check the secret and " + spec.prefix();
    }

    private static String part(String header, String name) {
        for (String part : header.split(",")) {
            int mark = part.indexOf('=');
            if (mark >= 0 && part.substring(0, mark).strip().equalsIgnoreCase(name)) {
                return part.substring(mark + 1).strip();
            }
        }
        return null;
    }

    private String encoded(byte[] digest) {
        return switch (spec.encoding()) {
            case BASE64 -> Base64.getEncoder().encodeToString(digest);
            case HEX -> HexFormat.of().formatHex(digest);
        };
    }
}
