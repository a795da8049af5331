package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.manifest.AuthSpec.Oauth1.Hash;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of RFC 5849, 3.4, for requests whose body is not a form: such a body is not signed. */
final class Oauth1Signature {
    private static final Map<Hash, String> MACS = Map.of(Hash.SHA1, "HmacSHA1", Hash.SHA256, "HmacSHA256");
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    private Oauth1Signature() {}

    /** A parameter as it was encoded for signing. */
    private record Pair(String name, String value) {
        static Pair of(String name, String value) {
            return new Pair(encode(name), encode(value));
        }

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    /**
     * Signs a request.
     *
     * @param url the whole address in its encoded form
     * @param protocol the {@code oauth_} parameters, not encoded
     */
    static String of(
            String method,
            String url,
            Map<String, String> protocol,
            String consumerSecret,
            String tokenSecret,
            Hash hash) {
        String key = encode(consumerSecret) + "&" + encode(tokenSecret);
        try {
            Mac mac = Mac.getInstance(MACS.get(hash));
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), mac.getAlgorithm()));
            byte[] text = baseString(method, url, protocol).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MACS.get(hash), e);
        }
    }

    /** What is signed (RFC 5849, 3.4.1). */
    static String baseString(String method, String url, Map<String, String> protocol) {
        URI address = URI.create(url);
        List<Pair> pairs = new ArrayList<>();
        protocol.forEach((name, value) -> pairs.add(Pair.of(name, value)));
        String query = address.getRawQuery();
        for (String part : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            pairs.add(
                    equals < 0
                            ? Pair.of(decode(part), "")
                            : Pair.of(decode(part.substring(0, equals)), decode(part.substring(equals + 1))));
        }
        String parameters = pairs.stream()
                .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
                .map(Pair::toString)
                .collect(Collectors.joining("&"));
        return method.toUpperCase(Locale.ROOT) + "&" + encode(place(address)) + "&" + encode(parameters);
    }

    private static String place(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = address.getPort() < 0 || USUAL_PORTS.get(scheme).equals(address.getPort());
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + address.getPort())
                + path;
    }

    /** RFC 5849, 3.6: everything but letters, digits and {@code -._~}. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
