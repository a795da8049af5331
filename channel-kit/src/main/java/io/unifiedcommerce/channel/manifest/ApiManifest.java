package io.unifiedcommerce.channel.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A commerce platform reached over HTTP. */
@Kind("api")
public record ApiManifest(
        @Setting("the folder's name") String channel,
        @Setting("the platform's name") String title,

        @Setting(value = "connector options by configuration key", optional = true)
        Map<String, OptionSpec> options,

        @Setting(value = "options that travel with records under $context", optional = true)
        List<String> context,

        @Setting("how requests are sent") HttpSpec http,

        @Setting("credentials; the first variant whose options are set is used")
        List<AuthSpec> auth,

        @Setting("the platform's rate limit") QuotaSpec quota,

        @Setting(value = "live check of credentials and scopes", optional = true)
        CheckSpec check,

        @Setting("what can be read") Map<String, StreamSpec> streams,

        @Setting(value = "notifications that the platform sends", optional = true)
        WebhookSpec webhooks,

        @Setting(value = "what can be written, by command entity", optional = true)
        Map<String, WriteSpec> writes,

        @Setting(value = "what the platform cannot do, with the reason", optional = true)
        Map<String, String> unsupported)
        implements ChannelManifest {

    /** The same with other streams. */
    public ApiManifest withStreams(Map<String, StreamSpec> others) {
        return new ApiManifest(
                channel, title, options, context, http, auth, quota, check, others, webhooks, writes, unsupported);
    }

    @Override
    public Map<String, MappedStream> mappedStreams() {
        Map<String, MappedStream> mapped = new LinkedHashMap<>();
        streams.forEach((name, stream) -> {
            if (stream.entity() != null) {
                mapped.put(name, new MappedStream(name, stream.entity(), stream.mapping()));
            }
        });
        return mapped;
    }
}
