package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.manifest.WebhookSpec;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one option, all of which count while one is being replaced. Not a record: its text form would show
 * them.
 */
final class Secrets {
    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException when there is none: an empty secret would accept everybody */
    static Secrets of(String template, Map<String, String> options) {
        return find(template, options)
                .orElseThrow(() -> new IllegalArgumentException("webhooks need a secret; set " + template));
    }

    /** Empty when there is none. */
    static Optional<Secrets> find(String template, Map<String, String> options) {
        String text = TextTemplate.compile(template).textOrNull(Values.ofOptions(options));
        List<String> values = text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(secret -> !secret.isEmpty())
                        .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Secrets(values));
    }

    boolean anyEquals(String given) {
        boolean found = false;
        // All are compared, for time must not tell which one was near.
        for (String secret : values) {
            found |= same(secret, given);
        }
        return found;
    }

    /** The keyed digest of the bytes by each secret. */
    List<byte[]> digests(WebhookSpec.Hash hash, byte[]... parts) {
        return values.stream().map(secret -> digest(hash, key(secret), parts)).toList();
    }

    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] key(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(WebhookSpec.Hash hash, byte[] key, byte[]... parts) {
        String algorithm =
                switch (hash) {
                    case SHA1 -> "HmacSHA1";
                    case SHA256 -> "HmacSHA256";
                };
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
