package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Tests that need a platform to try a channel against. */
final class Links {
    private Links() {}

    /** What is tried of one stream of a linked platform. */
    @FunctionalInterface
    interface Trial {
        void run(ApiManifest api, PlatformLink link, String stream);
    }

    /** A test of each stream that is listed by requests of its own. */
    static Stream<DynamicTest> streams(Subject subject, Trial trial) {
        return subject.api().stream()
                .flatMap(api -> tests(
                        subject,
                        link -> api.streams().entrySet().stream()
                                .filter(entry -> entry.getValue().read() != null)
                                .map(Map.Entry::getKey)
                                .map(stream -> dynamicTest(stream, () -> trial.run(api, link, stream)))));
    }

    /** The tests with the channel's link; one that is aborted where there is none, so that it is seen. */
    static Stream<DynamicTest> tests(Subject subject, Function<PlatformLink, Stream<DynamicTest>> tests) {
        return PlatformLink.of(subject.channel())
                .map(tests)
                .orElseGet(() -> Stream.of(dynamicTest(
                        "no linked store",
                        () -> Assumptions.abort("no PlatformLink for channel '" + subject.channel()
                                + "' on the class path; add one to try requests and writes"))));
    }
}
