package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The linked store is read by the connectors' own client: everything comes, becomes events that add up, and comes again from
 * every stored position; and a record read again by id is the one that was listed.
 */
final class LinkedReadingCheck implements Check {

    @Override
    public String rule() {
        return "the linked store is read whole, from every position";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return Links.streams(subject, (api, link, stream) -> check(subject, api, link, stream));
    }

    private static void check(Subject subject, ApiManifest api, PlatformLink link, String stream) {
        Findings findings = new Findings();
        try (StoreSession session = StoreSession.open(subject, api, link);
                ChannelClient client = session.patientClient()) {
            LinkedReading reading = new LinkedReading(subject, api, session, client, stream);
            LinkedReading.Result whole = reading.whole();
            findings.addAll(whole.unreadable());
            findings.require(!whole.records().isEmpty(), "nothing was listed");
            events(findings, subject, whole);
            complete(findings, session, whole);
            reading.resumed().forEach((where, rest) -> {
                Set<String> lost = new TreeSet<>(whole.keys());
                lost.removeAll(rest);
                findings.require(lost.isEmpty(), where + ": lost are " + lost);
            });
            findings.addAll(reading.reread(whole));
        }
        findings.assertNone("Reading '" + stream + "' from the linked store fails.");
    }

    private static void events(Findings findings, Subject subject, LinkedReading.Result whole) {
        whole.records().forEach(record -> {
            Normalized result = Normalized.of(subject, record, record.value());
            if (result instanceof Normalized.Refused refused) {
                findings.add(record + ": " + refused.cause().getMessage());
            } else if (result instanceof Normalized.Broken broken) {
                findings.add(record + ": throws " + broken);
            } else if (result instanceof Normalized.Event event && event.event().entity() == Entity.ORDER) {
                OrderTotalsCheck.check(event.event().value()).forEach(finding -> findings.add(record + ": " + finding));
            }
        });
    }

    private static void complete(Findings findings, StoreSession session, LinkedReading.Result whole) {
        for (Map.Entry<String, Set<String>> listed : session.store().listed().entrySet()) {
            Set<String> lost = new HashSet<>(listed.getValue());
            whole.records().stream()
                    .filter(record -> record.stream().equals(listed.getKey()))
                    .forEach(record -> lost.remove(record.id()));
            boolean read = whole.streams().contains(listed.getKey());
            findings.require(
                    !read || lost.isEmpty(), "the store has " + listed.getKey() + " that were not read: " + lost);
        }
    }
}
