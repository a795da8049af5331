package io.unifiedcommerce.channel.auth;

import io.unifiedcommerce.channel.hook.Hooks;
import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the signer that a manifest describes and a store's options choose. */
public final class RequestSigners {
    private RequestSigners() {}

    /**
     * The signer of the first variant whose options are all set.
     *
     * @param options option values by configuration key
     * @throws IllegalArgumentException when no variant has its options, with the options that would choose one
     */
    public static RequestSigner choose(
            List<AuthSpec> variants, Map<String, String> options, TokenEndpoint tokens, Clock clock) {
        return variants.stream()
                .filter(variant -> variant.requires().stream()
                        .allMatch(option -> !options.getOrDefault(option, "").isEmpty()))
                .findFirst()
                .map(variant -> signer(variant, options, tokens, clock))
                .orElseThrow(() -> new IllegalArgumentException("no credentials; set "
                        + variants.stream()
                                .map(variant -> String.join(" and ", variant.requires()))
                                .collect(Collectors.joining(", or "))));
    }

    private static RequestSigner signer(
            AuthSpec variant, Map<String, String> options, TokenEndpoint tokens, Clock clock) {
        Values values = Values.ofOptions(options);
        if (variant instanceof AuthSpec.Header header) {
            return HeaderSigner.of(header.headers(), values);
        }
        if (variant instanceof AuthSpec.Basic basic) {
            return HeaderSigner.basic(
                    TextTemplate.compile(basic.user()).text(values),
                    TextTemplate.compile(basic.password()).text(values));
        }
        if (variant instanceof AuthSpec.ClientCredentials credentials) {
            return new ClientCredentialsSigner(credentials, options, tokens, clock);
        }
        if (variant instanceof AuthSpec.Oauth1 oauth) {
            return new Oauth1Signer(oauth, options, clock);
        }
        if (variant instanceof AuthSpec.RefreshToken refresh) {
            return new RefreshTokenSigner(refresh, options, tokens, grants(refresh, options), clock);
        }
        if (variant instanceof AuthSpec.Hook hook) {
            return Hooks.named(RequestSigner.Factory.class, hook.name(), RequestSigner.Factory::name)
                    .create(HeaderSigner.fill(hook.parameters(), values), tokens, clock);
        }
        return HeaderSigner.none();
    }

    private static GrantStore grants(AuthSpec.RefreshToken refresh, Map<String, String> options) {
        Values values = Values.ofOptions(options);
        String account = TextTemplate.compile(refresh.account()).text(values);
        AuthSpec.Keep keep = refresh.keep();
        String properties = keep.clientProperties() == null
                ? null
                : TextTemplate.compile(keep.clientProperties()).textOrNull(values);
        return new GrantTopic(
                new GrantTopicClients(
                        TextTemplate.compile(keep.bootstrapServers()).text(values), properties),
                TextTemplate.compile(keep.topic()).text(values),
                account,
                UUID.randomUUID().toString(),
                new GrantCipher(RefreshTokenSigner.secrets(refresh, options), account));
    }
}
