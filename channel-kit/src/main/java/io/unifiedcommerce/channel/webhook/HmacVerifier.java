package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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
        boolean found = false;
        for (byte[] signed : signable(body)) {
            for (byte[] expected : secrets.digests(spec.hash(), prefix, signed)) {
                found |= matches(expected, digest);
            }
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

    /** The whole body, and the field that may be signed in its place: whoever forges either needs the secret. */
    private List<byte[]> signable(byte[] body) {
        String field = spec.field() == null ? null : field(body);
        return field == null ? List.of(body) : List.of(body, field.getBytes(StandardCharsets.UTF_8));
    }

    private String field(byte[] body) {
        try {
            return FormBody.fields(body).get(spec.field());
        } catch (IllegalArgumentException notAForm) {
            return null;
        }
    }

    private boolean matches(byte[] digest, String given) {
        String hex = HexFormat.of().formatHex(digest);
        String base64 = Base64.getEncoder().encodeToString(digest);
        return switch (spec.encoding()) {
            case HEX -> Secrets.same(hex, given.toLowerCase(Locale.ROOT));
            case BASE64 -> Secrets.same(base64, given);
            case ANY -> Secrets.same(hex, given.toLowerCase(Locale.ROOT)) | Secrets.same(base64, given);
        };
    }
}
