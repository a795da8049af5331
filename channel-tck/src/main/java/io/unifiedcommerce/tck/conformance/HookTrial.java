package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.webhook.RenewedVerifier;
import io.unifiedcommerce.channel.webhook.SubscriptionKeeper;
import io.unifiedcommerce.channel.webhook.SubscriptionKeeper.Round;
import io.unifiedcommerce.channel.webhook.UnreadableWebhookException;
import io.unifiedcommerce.channel.webhook.Verdict;
import io.unifiedcommerce.channel.webhook.WebhookReader;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import io.unifiedcommerce.tck.fake.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps the subscriptions of a linked store by a channel's manifest, and takes what they bring. */
final class HookTrial implements AutoCloseable {
    static final String HERE = "/hooks/here";
    static final String ELSEWHERE = "/hooks/elsewhere";

    private final ApiManifest api;
    private final StoreSession session;
    private final ChannelClient client;
    private final Receiver receiver;
    private final Findings findings = new Findings();
    private List<String> keys = List.of();

    private HookTrial(ApiManifest api, StoreSession session, Receiver receiver) {
        this.api = api;
        this.session = session;
        this.client = session.patientClient();
        this.receiver = receiver;
    }

    static HookTrial open(Subject subject, ApiManifest api, PlatformLink link) throws IOException {
        return new HookTrial(api, StoreSession.open(subject, api, link), new Receiver());
    }

    Findings findings() {
        return findings;
    }

    /** A stream that notifications tell of. */
    String anyStream() {
        return api.webhooks().topics().values().iterator().next().stream();
    }

    /** A round in which something is to be done, after which all is as it should be. */
    void expectChange(String why, String path, Predicate<String> streams) {
        findings.require(round(why, path, streams).changed(), why + ": nothing was done");
        findings.require(!round(why, path, streams).changed(), why + ": the second round found it undone");
    }

    /** A round in which nothing is to be done. */
    void expectPeace(String why, String path) {
        Round round = round(why, path, stream -> true);
        findings.require(!round.changed(), why + ": yet " + round);
    }

    /** A round after which every topic is told, whatever had to be done. */
    void expectAll(String why, String path) {
        round(why, path, stream -> true);
    }

    private Round round(String why, String path, Predicate<String> streams) {
        Round round = new SubscriptionKeeper(api.webhooks(), client, session.options(), address(path), streams).keep();
        findings.require(
                round.failure() == null,
                why + ": " + (round.failure() == null ? "" : round.failure().getMessage()));
        long wanted = api.webhooks().topics().values().stream()
                .filter(topic -> topic.subscribed() && streams.test(topic.stream()))
                .count();
        findings.require(round.standing() == wanted, why + ": " + round.standing() + " of " + wanted + " topics stand");
        keys = round.keys();
        return round;
    }

    /** Things happen while nobody answers as the platform wants. */
    void tradeUnheard() {
        receiver.refusing(true);
        session.store().trade();
        session.store().awaitNotifications();
        receiver.refusing(false);
    }

    void forget(Duration silence) {
        session.clock().advance(silence);
    }

    /** What happens now is told, and what is told is believed and understood. */
    void expectGenuine() {
        int before = receiver.received().size();
        session.store().trade();
        session.store().awaitNotifications();
        List<Receiver.Received> told = receiver.received();
        findings.require(told.size() > before, "nothing was told");
        RenewedVerifier verifier = verifier();
        WebhookReader reader = new WebhookReader(api.webhooks());
        for (Receiver.Received received : told.subList(before, told.size())) {
            byte[] body = received.body().getBytes(StandardCharsets.UTF_8);
            Verdict verdict = verifier.verify(received.headers(), body);
            findings.require(verdict.genuine(), "not believed: " + verdict.reason());
            try {
                findings.require(reader.read(received.headers(), body).isPresent(), "told of what nobody asked for");
            } catch (UnreadableWebhookException e) {
                findings.add(e.getMessage());
            }
        }
    }

    private RenewedVerifier verifier() {
        Map<String, String> options = new HashMap<>(session.options());
        options.put("webhook.public.url", address(HERE));
        RenewedVerifier verifier = new RenewedVerifier(api.webhooks(), options, true, session.clock());
        verifier.renew(keys);
        return verifier;
    }

    private String address(String path) {
        return receiver.uri().resolve(path).toString();
    }

    @Override
    public void close() {
        client.close();
        session.close();
        receiver.close();
    }
}
