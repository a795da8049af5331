package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.QuotaSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The linked store's own quota is told by its own headers and answers: whether the manifest names them right shows only here.
 */
final class LinkedQuotaCheck implements Check {
    private static final Duration LENGTH = Duration.ofMinutes(3);
    private static final int WINDOWS = 3;
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private static final double ALMOST_ALL = 0.95;

    @Override
    public String rule() {
        return "the linked store never refuses a call for want of quota";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .filter(api -> !(api.quota() instanceof QuotaSpec.None) && api.check() != null)
                .flatMap(api -> Links.tests(
                        subject, link -> Stream.of(dynamicTest("backfill", () -> check(subject, api, link)))));
    }

    private static void check(Subject subject, ApiManifest api, PlatformLink link) {
        Findings findings = new Findings();
        try (StoreSession session = StoreSession.open(subject, api, link);
                ChannelClient client = session.patientClient()) {
            RequestSpec request = api.check().request();
            QuotaUse before = session.store().quotaUse();
            Instant end = session.clock().instant().plus(length(api.quota()));
            while (session.clock().instant().isBefore(end)) {
                client.call(request, Map.of(), ChannelClient.Purpose.READ);
                session.clock().advance(ROUND_TRIP);
            }
            QuotaUse use = session.store().quotaUse();
            double allowed = use.allowed() - before.allowed();
            double spent = use.spent() - before.spent();
            findings.require(use.refused() == 0, "the store refused " + use.refused() + " calls");
            findings.require(
                    spent >= allowed * (1 - reserve(api.quota())) * ALMOST_ALL,
                    "only " + Math.round(spent) + " of " + Math.round(allowed) + " were used, with a reserve of "
                            + reserve(api.quota()));
        }
        findings.assertNone("The manifest's quota does not fit the platform's.");
    }

    private static Duration length(QuotaSpec quota) {
        return quota instanceof QuotaSpec.FixedWindow window ? window.length().multipliedBy(WINDOWS) : LENGTH;
    }

    private static double reserve(QuotaSpec quota) {
        if (quota instanceof QuotaSpec.FixedWindow window) {
            return window.reserve();
        }
        if (quota instanceof QuotaSpec.WindowHeaders window) {
            return window.reserve();
        }
        return quota instanceof QuotaSpec.FixedRate rate ? rate.reserve() : 0;
    }
}
