package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.time.Clock;
import java.util.Map;

/**
 * Tells genuine notifications from forged ones, before anything of them is parsed. Comparisons take the same time
 * whatever is compared. Immutable, safe for use by several threads.
 */
public interface WebhookVerifier {

    /**
     * Judges one delivery.
     *
     * @param headers by name in any case
     * @param body the bytes as they came: parsing and writing them again would change what was signed
     */
    Verdict verify(Map<String, String> headers, byte[] body);

    /**
     * The verifier that a manifest describes.
     *
     * @param options option values by configuration key
     * @throws IllegalArgumentException when a secret or another option that it needs is not set
     */
    static WebhookVerifier of(WebhookSpec.Verification spec, Map<String, String> options, Clock clock) {
        if (spec instanceof WebhookSpec.Verification.Hmac hmac) {
            return HmacVerifier.of(hmac, options);
        }
        if (spec instanceof WebhookSpec.Verification.StandardWebhooks standard) {
            WebhookVerifier header =
                    new SecretHeaderVerifier(standard.secretHeader(), Secrets.of(standard.secretValue(), options));
            // Without the signing secret nothing can be held against the signature; the header is required all the
            // same.
            return Secrets.find(standard.secret(), options)
                    .<WebhookVerifier>map(
                            secrets -> new StandardWebhooksVerifier(secrets, header, standard.tolerance(), clock))
                    .orElse(header);
        }
        WebhookSpec.Verification.SecretHeader header = (WebhookSpec.Verification.SecretHeader) spec;
        return new SecretHeaderVerifier(header.header(), Secrets.of(header.value(), options));
    }
}
