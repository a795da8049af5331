package io.unifiedcommerce.channel.manifest;

/** A request that proves credentials, and tells what they may do. */
public record CheckSpec(
        @Setting("the request") RequestSpec request,
        @Setting("option to blame when it is refused") String option,

        @Setting(value = "path of the list of granted scopes in the answer", optional = true)
        String grantedScopes,

        @Setting(value = "key of a scope's name, where the list holds maps", optional = true)
        String scopeName,

        @Setting(value = "what to look at when it is refused, in one sentence", optional = true)
        String hint,

        @Setting(value = "a hook that compares what the store offers with what the streams read", optional = true)
        String hook) {}
