package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.auth.TokenEndpoint;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Asks a token endpoint over the store's own connections; spends no quota, for token endpoints count by themselves. */
final class FormTokenEndpoint implements TokenEndpoint {
    private static final String LABEL = "request for an access token";
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403);

    private final Exchange exchange;
    private final Retry retry;
    private final Clock clock;

    FormTokenEndpoint(Exchange exchange, Retry retry, Clock clock) {
        this.exchange = exchange;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public Optional<Map<?, ?>> post(String url, Map<String, String> headers, Map<String, String> form) {
        HttpUrl address = HttpUrl.parse(url);
        if (address == null) {
            throw new IllegalArgumentException(
                    "the address of the token endpoint is not one; check the store's address");
        }
        FormBody.Builder fields = new FormBody.Builder();
        form.forEach(fields::add);
        Request.Builder request = new Request.Builder()
                .url(address)
                .header("Accept", "application/json")
                .post(fields.build());
        headers.forEach(request::header);
        return retry.run(giveUpAt -> answer(exchange.send(LABEL, request)));
    }

    private Optional<Map<?, ?>> answer(Exchange.Reply reply) {
        // RFC 6749, 5.2: a refused client is a 400 or 401. Shopify answers 400 to a wrong secret as well.
        if (REFUSED.contains(reply.status()) && !reply.page()) {
            return Optional.empty();
        }
        if (reply.successful() && reply.body() instanceof Map<?, ?> answer) {
            return Optional.of(answer);
        }
        if (reply.successful() && !reply.page()) {
            throw new ChannelException.BrokenContract(LABEL + ": the answer is not an object", null);
        }
        throw reply.page() && reply.successful()
                ? new ChannelException.Transient(LABEL + ": a web page instead of data", null, false, null)
                : Verdict.ofStatus(LABEL, reply, RetryAfter.in(reply.headers(), clock.instant()), false);
    }
}
