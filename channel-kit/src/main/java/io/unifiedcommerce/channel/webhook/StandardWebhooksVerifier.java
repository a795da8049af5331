package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The scheme of standardwebhooks.com: a digest of id, time and body. A secret header of the user's own is required
 * beside it, because platforms that name the scheme do not say under which headers they send it; where those are
 * missing the secret header alone counts.
 */
final class StandardWebhooksVerifier implements WebhookVerifier {
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String VERSION = "v1,";

    private final Secrets secrets;
    private final WebhookVerifier secretHeader;
    private final Duration tolerance;
    private final Clock clock;

    StandardWebhooksVerifier(Secrets secrets, WebhookVerifier secretHeader, Duration tolerance, Clock clock) {
        this.secrets = secrets;
        this.secretHeader = secretHeader;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    @Override
    public Verdict verify(Map<String, String> headers, byte[] body) {
        Verdict verdict = secretHeader.verify(headers, body);
        Headers byName = new Headers(headers);
        String signatures = byName.get(SIGNATURE);
        return verdict.genuine() && signatures != null ? verifySignature(byName, signatures, body) : verdict;
    }

    private Verdict verifySignature(Headers headers, String signatures, byte[] body) {
        String id = headers.get(ID);
        String timestamp = headers.get(TIMESTAMP);
        if (id == null || timestamp == null) {
            return Verdict.refused(SIGNATURE + " without " + ID + " and " + TIMESTAMP);
        }
        if (!recent(timestamp)) {
            return Verdict.refused(TIMESTAMP + " is more than " + tolerance + " away; a replay, or a clock is wrong");
        }
        byte[] prefix = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        List<byte[]> digests = secrets.digests(WebhookSpec.Hash.SHA256, prefix, body);
        boolean found = false;
        // The sender too may be changing its secret: then it signs with the old and the new one.
        for (String signature : signatures.split(" ")) {
            for (byte[] digest : digests) {
                found |= Secrets.same(VERSION + Base64.getEncoder().encodeToString(digest), signature);
            }
        }
        return found
                ? Verdict.GENUINE
                : Verdict.refused(SIGNATURE + " does not match id, time and body; check the signing secret");
    }

    private boolean recent(String timestamp) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, clock.instant()).abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
