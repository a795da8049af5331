package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import io.unifiedcommerce.tck.fake.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The linked store answers badly in the middle of reading: a web page instead of data, half a body, a refusal. Each fault is told
 * as what it is, so that a task waits or calls for the operator, and reading then goes on without loss.
 */
final class BadAnswersCheck implements Check {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final List<Trial> TRIALS = List.of(
            new Trial("a web page with status 200", new Fault.MaintenancePage(), ChannelException.Transient.class),
            new Trial("half a body", new Fault.HalfBody(), ChannelException.Transient.class),
            new Trial("a body that is not packed as it says", new Fault.NotPacked(), ChannelException.Transient.class),
            new Trial("a connection that ends", new Fault.Cut(false), ChannelException.Transient.class),
            new Trial("status 500", new Fault.ServerError(500), ChannelException.Transient.class),
            new Trial("status 503", new Fault.ServerError(503), ChannelException.Transient.class),
            new Trial("status 429", new Fault.TooManyRequests(null, false), ChannelException.Transient.class),
            new Trial(
                    "status 429 with a time to wait",
                    new Fault.TooManyRequests(Duration.ofSeconds(7), true),
                    ChannelException.Transient.class),
            new Trial("a token that is refused", new Fault.WrongToken(), ChannelException.Unauthorized.class),
            new Trial("a permission that is missing", new Fault.Forbidden(), ChannelException.Forbidden.class));

    /** @param expected what the client must make of it */
    record Trial(String name, Fault fault, Class<? extends ChannelException> expected) {
        void judge(List<ChannelException> failures, Findings findings) {
            // A token that can be renewed is, and a line that was in use before is tried anew: then nothing has failed.
            boolean mended = fault instanceof Fault.WrongToken || fault instanceof Fault.Cut;
            findings.require(!failures.isEmpty() || mended, name + ": was taken for a good answer");
            if (!failures.isEmpty()) {
                ChannelException first = failures.get(0);
                findings.require(
                        expected.isInstance(first), name + ": must be " + expected.getSimpleName() + ", not " + first);
            }
        }
    }

    @Override
    public String rule() {
        return "a bad answer costs time, never a record";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return Links.streams(subject, (api, link, stream) -> check(subject, api, link, stream));
    }

    private static void check(Subject subject, ApiManifest api, PlatformLink link, String stream) {
        Findings findings = new Findings();
        try (StoreSession session = StoreSession.open(subject, api, link);
                ChannelClient patient = session.patientClient();
                ChannelClient hasty = session.hastyClient()) {
            Set<String> whole = new LinkedReading(subject, api, session, patient, stream)
                    .keysThrough(() -> {}, failure -> {
                        throw failure;
                    });
            findings.require(!whole.isEmpty(), "nothing was listed");
            for (Trial trial : TRIALS) {
                // Enough for any quota to be whole again.
                session.clock().advance(PAUSE);
                List<ChannelException> failures = new ArrayList<>();
                Set<String> lost = new TreeSet<>(whole);
                lost.removeAll(new LinkedReading(subject, api, session, hasty, stream)
                        .keysThrough(() -> session.store().meetNext(trial.fault()), failures::add));
                findings.require(lost.isEmpty(), trial.name() + ": lost are " + lost);
                trial.judge(failures, findings);
            }
        }
        findings.assertNone("Reading '" + stream + "' does not bear bad answers.");
    }
}
