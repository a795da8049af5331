package io.unifiedcommerce.channel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.manifest.AuthSpec.Oauth1.Hash;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class Oauth1SignerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1767225600), ZoneOffset.UTC);
    private static final AuthSpec.Oauth1 SPEC = new AuthSpec.Oauth1(
            List.of(), "${shop.key}", "${shop.secret}", "${shop.token}", "${shop.token.secret}", Hash.SHA256);
    private static final Map<String, String> OPTIONS = Map.of(
            "shop.key", "ck_demo_0001",
            "shop.secret", "cs_demo_secret",
            "shop.token", "at_demo_0001\n",
            "shop.token.secret", "ts_demo_secret");

    /** RFC 5849, 3.4.1.1, with the parameters of its form in the query, where they are signed alike. */
    @Test
    void theBaseStringIsThatOfTheStandard() {
        Map<String, String> protocol = new LinkedHashMap<>();
        protocol.put("oauth_consumer_key", "9djdj82h48djs9d2");
        protocol.put("oauth_token", "kkk9d7dh3k39sjv7");
        protocol.put("oauth_signature_method", "HMAC-SHA1");
        protocol.put("oauth_timestamp", "137131201");
        protocol.put("oauth_nonce", "7d8f3e4a");

        assertThat(Oauth1Signature.baseString(
                        "post", "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2&a3=2+q", protocol))
                .isEqualTo(
                        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%2525"
                                + "3D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth"
                                + "_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
    }

    /** RFC 5849, 1.2: the request for the photo. */
    @Test
    void theSignatureIsThatOfTheStandard() {
        Map<String, String> protocol = Map.of(
                "oauth_consumer_key", "dpf43f3p2l4k3l03",
                "oauth_token", "nnch734d00sl2jdk",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", "137131202",
                "oauth_nonce", "chapoH");

        assertThat(Oauth1Signature.of(
                        "GET",
                        "http://photos.example.net/photos?file=vacation.jpg&size=original",
                        protocol,
                        "kd94hf93k423kf44",
                        "pfkkdhi9sl3r4s00",
                        Hash.SHA1))
                .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    /** Checked against two other implementations; the address is made by the client that sends it. */
    @Test
    void aQueryOfTheClientIsSignedAsItIsSent() {
        HttpUrl url = HttpUrl.get("https://shop.example.com/rest/all/V1/orders")
                .newBuilder()
                .addQueryParameter("searchCriteria[filter_groups][0][filters][0][field]", "updated_at")
                .addQueryParameter("searchCriteria[filter_groups][0][filters][0][value]", "2026-01-01 00:00:00")
                .addQueryParameter("searchCriteria[filter_groups][0][filters][0][condition_type]", "gteq")
                .addQueryParameter("searchCriteria[pageSize]", "100")
                .build();

        assertThat(url.toString()).contains("%20").doesNotContain("+");
        assertThat(header("GET", url.toString(), "n0nc3demo"))
                .isEqualTo("OAuth oauth_consumer_key=\"ck_demo_0001\", oauth_token=\"at_demo_0001\","
                        + " oauth_signature_method=\"HMAC-SHA256\", oauth_timestamp=\"1767225600\","
                        + " oauth_nonce=\"n0nc3demo\", oauth_version=\"1.0\","
                        + " oauth_signature=\"YDr%2B6xjEkn3MI17%2BSadojKCAkVYWzPg1QuQ8n%2FZlMDo%3D\"");
    }

    @Test
    void aBodyOfJsonIsNotSigned() {
        assertThat(header("POST", "https://shop.example.com/rest/all/V1/inventory/source-items", "n0nc3demo2"))
                .endsWith("oauth_signature=\"uDIag1VLqar1BayRzLsUazbaqrzapLlu7SlnXlVq77E%3D\"");
    }

    @Test
    void whatHeadersAndAddressesCannotCarryIsEncoded() {
        assertThat(Oauth1Signature.encode("a b*c~d+é/")).isEqualTo("a%20b%2Ac~d%2B%C3%A9%2F");
    }

    @Test
    void aPortOfItsOwnIsSigned() {
        assertThat(Oauth1Signature.baseString("GET", "https://shop.example:8443", Map.of("oauth_nonce", "n")))
                .isEqualTo("GET&https%3A%2F%2Fshop.example%3A8443%2F&oauth_nonce%3Dn");
    }

    @Test
    void eachTryHasItsOwnNonce() {
        RequestSigner signer = RequestSigners.choose(List.of(SPEC), OPTIONS, null, CLOCK);
        Set<String> headers = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            headers.add(authorization(signer, "GET", "https://shop.example/V1/orders"));
        }
        assertThat(headers).hasSize(100);
    }

    private static String header(String method, String url, String nonce) {
        return authorization(new Oauth1Signer(SPEC, OPTIONS, CLOCK, () -> nonce), method, url);
    }

    private static String authorization(RequestSigner signer, String method, String url) {
        return signer.headersFor(new RequestSigner.UnsignedRequest(method, url, new byte[0]))
                .get("Authorization");
    }
}
