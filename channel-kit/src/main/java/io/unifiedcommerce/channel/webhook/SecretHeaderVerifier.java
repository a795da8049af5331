package io.unifiedcommerce.channel.webhook;

import java.util.Map;

/** A header holds a secret that the user made up and told the platform. */
final class SecretHeaderVerifier implements WebhookVerifier {
    private final String header;
    private final Secrets secrets;

    SecretHeaderVerifier(String header, Secrets secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    @Override
    public Verdict verify(Map<String, String> headers, byte[] body) {
        String given = new Headers(headers).get(header);
        if (given == null) {
            return Verdict.refused("no header " + header);
        }
        return secrets.anyEquals(given) ? Verdict.GENUINE : Verdict.refused("header " + header + " is wrong");
    }
}
