package io.unifiedcommerce.tck.fake.adobecommerce;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An OAuth 1.0a header (RFC 5849) as the shop judges it. */
record SignedRequest(Map<String, String> parameters) {
    private static final Pattern PAIR = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final long FUTURE = 600;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** Sorts before everything that a name may hold, so that pairs are sorted by name first. */
    private static final String NOTHING = "\0";

    static SignedRequest parse(String header) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher pair = PAIR.matcher(header);
        while (pair.find()) {
            parameters.put(pair.group(1), URLDecoder.decode(pair.group(2).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return new SignedRequest(parameters);
    }

    void check(HttpCall call, String url, CommerceSettings settings, Set<String> nonces) {
        CommerceSettings.Integration keys = settings.integration();
        if (!"HMAC-SHA256".equals(parameters.get("oauth_signature_method"))) {
            throw new CommerceError(
                    400, "Signature method %1 is not supported", parameters.get("oauth_signature_method"));
        }
        if (!keys.consumerKey().equals(parameters.get("oauth_consumer_key"))) {
            throw new CommerceError(
                    401, "A consumer with the specified key does not exist. Verify the key and try again.");
        }
        if (!keys.accessToken().equals(parameters.get("oauth_token"))) {
            throw new CommerceError(401, "Specified token does not exist");
        }
        long at = Long.parseLong(parameters.get("oauth_timestamp"));
        if (at > settings.clock().instant().getEpochSecond() + FUTURE) {
            throw new CommerceError(400, "The timestamp value in the oauth_timestamp parameter is invalid.");
        }
        if (!signature(call, url, keys).equals(parameters.get("oauth_signature"))) {
            throw new CommerceError(401, "The signature is invalid. Verify and try again.");
        }
        if (!nonces.add(at + "/" + parameters.get("oauth_nonce"))) {
            throw new CommerceError(401, "The nonce is already being used by the consumer with key %1.", "ck");
        }
    }

    private String signature(HttpCall call, String url, CommerceSettings.Integration keys) {
        TreeSet<String> pairs = new TreeSet<>();
        parameters.forEach((name, value) -> {
            if (!name.equals("oauth_signature")) {
                pairs.add(encoded(name) + NOTHING + encoded(value));
            }
        });
        call.query()
                .forEach(
                        (name, values) -> values.forEach(value -> pairs.add(encoded(name) + NOTHING + encoded(value))));
        String joined = String.join("&", pairs).replace(NOTHING, "=");
        String text = call.method() + "&" + encoded(url) + "&" + encoded(joined);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String key = encoded(keys.consumerSecret()) + "&" + encoded(keys.tokenSecret());
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet));
            }
        }
        return encoded.toString();
    }
}
