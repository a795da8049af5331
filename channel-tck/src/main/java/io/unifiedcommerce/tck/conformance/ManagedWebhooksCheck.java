package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Where the manifest tells how subscriptions are kept: those of the linked store come, come again, go, and bring what is genuine;
 * and one that sends elsewhere is never touched.
 */
final class ManagedWebhooksCheck implements Check {
    /** Longer than any platform keeps a subscription that brings nothing. */
    private static final Duration FORGOTTEN = Duration.ofDays(100);

    @Override
    public String rule() {
        return "managed webhooks: subscriptions come, come again and go, and no other is touched";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api().stream()
                .filter(api -> api.webhooks() != null && api.webhooks().subscriptions() != null)
                .flatMap(api -> Links.tests(
                        subject,
                        link -> Stream.of(
                                test(subject, api, link, "what is missing is made", ManagedWebhooksCheck::made),
                                test(subject, api, link, "what nobody wants goes", ManagedWebhooksCheck::unwanted),
                                test(subject, api, link, "what sends elsewhere stays", ManagedWebhooksCheck::elsewhere),
                                test(subject, api, link, "what is given up comes again", ManagedWebhooksCheck::givenUp),
                                test(subject, api, link, "what comes is genuine", ManagedWebhooksCheck::genuine))));
    }

    private static DynamicTest test(
            Subject subject, ApiManifest api, PlatformLink link, String name, ThrowingConsumer<HookTrial> trying) {
        return dynamicTest(name, () -> check(subject, api, link, trying));
    }

    private static void check(Subject subject, ApiManifest api, PlatformLink link, ThrowingConsumer<HookTrial> trying)
            throws Throwable {
        try (HookTrial trial = HookTrial.open(subject, api, link)) {
            trying.accept(trial);
            trial.findings().assertNone("The manifest's webhooks.subscriptions do not fit the platform.");
        }
    }

    private static void made(HookTrial trial) {
        trial.expectChange("there were none", HookTrial.HERE, stream -> true);
        trial.expectPeace("all stand", HookTrial.HERE);
        trial.expectChange("nobody wants any", HookTrial.HERE, stream -> false);
        trial.expectChange("all were removed behind our back", HookTrial.HERE, stream -> true);
    }

    private static void unwanted(HookTrial trial) {
        trial.expectChange("there were none", HookTrial.HERE, stream -> true);
        String one = trial.anyStream();
        trial.expectChange("one stream is enough", HookTrial.HERE, one::equals);
        trial.expectChange("all are wanted again", HookTrial.HERE, stream -> true);
    }

    private static void elsewhere(HookTrial trial) {
        trial.expectChange("there were none", HookTrial.ELSEWHERE, stream -> true);
        trial.expectChange("others send elsewhere", HookTrial.HERE, stream -> true);
        trial.expectChange("nobody wants ours", HookTrial.HERE, stream -> false);
        trial.expectPeace("others were not ours to touch", HookTrial.ELSEWHERE);
    }

    private static void givenUp(HookTrial trial) throws IOException {
        trial.expectChange("there were none", HookTrial.HERE, stream -> true);
        trial.tradeUnheard();
        trial.expectAll("after deliveries that failed", HookTrial.HERE);
        trial.forget(FORGOTTEN);
        trial.expectAll("after a long silence", HookTrial.HERE);
        trial.expectPeace("all stand again", HookTrial.HERE);
        trial.expectGenuine();
    }

    private static void genuine(HookTrial trial) throws IOException {
        trial.expectChange("there were none", HookTrial.HERE, stream -> true);
        trial.expectGenuine();
    }
}
