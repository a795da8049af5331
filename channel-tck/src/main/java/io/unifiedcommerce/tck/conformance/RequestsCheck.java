package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.webhook.SubscriptionKeeper;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.tck.conformance.link.ApiContract;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** What a channel sends fits the contracts that the platform publishes: its GraphQL documents, and the requests of reading and writing. */
final class RequestsCheck implements Check {

    /** Longer than any platform keeps a subscription that brings nothing. */
    private static final Duration FORGOTTEN = Duration.ofDays(100);

    @Override
    public String rule() {
        return "documents and requests fit the platform's contracts";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .flatMap(api -> Stream.concat(
                        Documents.tests(subject, api),
                        Links.tests(
                                subject,
                                link -> link.contracts().stream()
                                        .map(contract -> dynamicTest(
                                                contract.name(), () -> check(subject, api, link, contract))))));
    }

    private static void check(Subject subject, ApiManifest api, PlatformLink link, ApiContract contract) {
        contract.unavailable().ifPresent(reason -> Assumptions.abort(contract.name() + ": " + reason));
        Findings findings = new Findings();
        if (contract instanceof ApiContract.OfDocuments documents) {
            for (String file : subject.folder().files("queries")) {
                documents.problems(subject.folder().text(file)).forEach(problem -> findings.add(file + ": " + problem));
            }
        } else if (contract instanceof ApiContract.OfRequests requests) {
            sent(subject, api, link)
                    .forEach(request -> requests.problems(request)
                            .forEach(problem -> findings.add(describe(request) + ": " + problem)));
        }
        findings.assertNone("The platform does not accept this.");
    }

    /** The requests of the live check, of reading all streams, of reading records again and of writing; each kind once. */
    private static List<HttpCall> sent(Subject subject, ApiManifest api, PlatformLink link) {
        try (StoreSession session = StoreSession.open(subject, api, link);
                ChannelClient client = session.patientClient()) {
            if (api.check() != null) {
                client.call(api.check().request(), Map.of(), ChannelClient.Purpose.WRITE);
            }
            api.streams().forEach((stream, spec) -> {
                if (spec.read() != null) {
                    LinkedReading reading = new LinkedReading(subject, api, session, client, stream);
                    reading.reread(reading.whole());
                }
            });
            api.writes().forEach((entity, write) -> written(session, entity, write));
            if (api.webhooks() != null && api.webhooks().subscriptions() != null) {
                subscribed(session, api, client);
            }
            Map<String, HttpCall> kinds = new LinkedHashMap<>();
            session.store().requests().forEach(request -> kinds.putIfAbsent(kind(request), request));
            return List.copyOf(kinds.values());
        }
    }

    private static void written(StoreSession session, String entity, WriteSpec write) {
        if (entity.equals("inventory_target")) {
            WriteTrial<StockCommand> trial =
                    new WriteTrial<>(session, WriteStrategy.named(write.hook(), StockCommand.class));
            for (WriteSpec.Mode mode : write.modes()) {
                trial.give(SampleCommands.stock(session.store(), mode, mode.ordinal()));
            }
        } else if (entity.equals("customer_profile")) {
            new WriteTrial<>(session, WriteStrategy.named(write.hook(), ProfileCommand.class))
                    .give(SampleCommands.profile(session.store(), 1));
        }
    }

    /** Subscriptions are made, fewer are wanted, they are forgotten, and none is wanted any more. */
    private static void subscribed(StoreSession session, ApiManifest api, ChannelClient client) {
        String one = api.webhooks().topics().values().iterator().next().stream();
        subscribed(session, api, client, stream -> true);
        subscribed(session, api, client, one::equals);
        session.clock().advance(FORGOTTEN);
        subscribed(session, api, client, one::equals);
        subscribed(session, api, client, stream -> false);
    }

    private static void subscribed(
            StoreSession session, ApiManifest api, ChannelClient client, Predicate<String> streams) {
        new SubscriptionKeeper(api.webhooks(), client, session.options(), "https://hooks.example.com/here", streams)
                .keep();
    }

    private static String kind(HttpCall request) {
        String path = request.path().replaceAll("\\d+", "0");
        return request.method() + " " + path + " " + request.query().keySet()
                + (request.text().isEmpty() ? "" : request.text());
    }

    private static String describe(HttpCall request) {
        return request.method() + " " + request.path() + " with "
                + request.query().keySet();
    }
}
