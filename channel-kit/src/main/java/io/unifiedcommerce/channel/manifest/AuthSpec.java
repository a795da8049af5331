package io.unifiedcommerce.channel.manifest;

import java.util.List;
import java.util.Map;

/** One way to authenticate. A variant is chosen when every option in {@code requires} is set. */
public sealed interface AuthSpec {

    /** Options that must be set for this variant to be chosen. */
    List<String> requires();

    /** No credentials. */
    @Kind("none")
    record None(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires) implements AuthSpec {}

    /** A fixed token in headers. */
    @Kind("header")
    record Header(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires,

            @Setting("headers with ${option} templates") Map<String, String> headers)
            implements AuthSpec {}

    /** HTTP basic authentication (RFC 7617). */
    @Kind("basic")
    record Basic(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires,

            @Setting("user template") String user,
            @Setting("password template") String password)
            implements AuthSpec {}

    /** OAuth 2.0 client credentials (RFC 6749, 4.4): the token is asked for again before it expires. */
    @Kind("oauth2_client_credentials")
    record ClientCredentials(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires,

            @Setting("address of the token endpoint") String tokenUrl,
            @Setting("client id template") String clientId,
            @Setting("client secret template") String clientSecret,

            @Setting(value = "scope parameter", optional = true)
            String scope,

            @Setting(
                    value = "how the client's id and secret are sent: in the form, or by HTTP basic",
                    byDefault = "form")
            ClientAuth clientAuth,

            @Setting("headers; ${token} is the access token")
            Map<String, String> headers)
            implements AuthSpec {}

    /** How a client proves itself to a token endpoint (RFC 6749, 2.3.1). */
    enum ClientAuth {
        FORM,
        BASIC
    }

    /** OAuth 1.0a with a token that was issued once (RFC 5849, 3): each request is signed; nothing expires. */
    @Kind("oauth1")
    record Oauth1(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires,

            @Setting("consumer key template") String consumerKey,
            @Setting("consumer secret template") String consumerSecret,
            @Setting("access token template") String accessToken,
            @Setting("access token secret template") String tokenSecret,

            @Setting(value = "signature method: HMAC with this hash", byDefault = "sha256")
            Hash hash)
            implements AuthSpec {

        /** Hash of the signature. */
        public enum Hash {
            SHA1,
            SHA256
        }
    }

    /**
     * OAuth 2.0 refresh tokens (RFC 6749, 6), also where each use of one gives the next and ends the former. The newest is kept in a
     * compacted topic, encrypted with a key made of the client secret; one task at a time renews it for all.
     */
    @Kind("oauth2_refresh_token")
    record RefreshToken(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires,

            @Setting("what tells the account from others of the channel; its tokens are kept under this name")
            String account,

            @Setting("address of the token endpoint") String tokenUrl,
            @Setting("client id template") String clientId,

            @Setting("client secret template; of several separated by commas the last is sent")
            String clientSecret,

            @Setting("template of the first refresh token, which the user got when access was granted")
            String refreshToken,

            @Setting(value = "further fields of the form", optional = true)
            Map<String, String> form,

            @Setting("headers; ${token} is the access token")
            Map<String, String> headers,

            @Setting("where the newest tokens are kept") Keep keep)
            implements AuthSpec {}

    /** The topic that keeps tokens. */
    record Keep(
            @Setting("name of the compacted topic, made where there is none")
            String topic,

            @Setting("template of the brokers' addresses") String bootstrapServers,

            @Setting(
                    value = "template of further properties of the Kafka clients, name=value, one a line",
                    optional = true)
            String clientProperties) {}

    /** A signer found by its short name through ServiceLoader ({@code RequestSigner}). */
    @Kind("hook")
    record Hook(
            @Setting(value = "options that choose this variant", optional = true)
            List<String> requires,

            @Setting("short name of the RequestSigner") String name,

            @Setting(value = "its parameters, with ${option} templates", optional = true)
            Map<String, String> parameters)
            implements AuthSpec {}
}
