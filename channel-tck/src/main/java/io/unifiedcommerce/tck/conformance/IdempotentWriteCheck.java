package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.tck.conformance.link.LinkedStore;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * A command has one effect, however often it is given: after a restart that forgot it was carried out, and after a connection
 * that ended before the answer came. A mode in which the platform cannot do so is declared under {@code unsupported} in the
 * manifest, as {@code idempotent_<mode>}, and is then shown as skipped.
 */
final class IdempotentWriteCheck implements Check {

    @Override
    public String rule() {
        return "a command that is given twice has one effect";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        return subject.api()
                .filter(api -> !api.writes().isEmpty())
                .map(api -> Links.tests(subject, link -> tests(subject, api, link)))
                .orElse(Stream.empty());
    }

    private static Stream<DynamicTest> tests(Subject subject, ApiManifest api, PlatformLink link) {
        return api.writes().entrySet().stream().flatMap(entry -> {
            WriteSpec write = entry.getValue();
            return switch (entry.getKey()) {
                case "inventory_target" ->
                    write.modes().stream()
                            .map(mode -> dynamicTest("stock, mode " + name(mode), () -> {
                                String reason = api.unsupported().get("idempotent_" + name(mode));
                                Assumptions.assumeTrue(reason == null, "declared as unsupported: " + reason);
                                check(
                                        subject,
                                        api,
                                        link,
                                        strategy(write, StockCommand.class),
                                        (store, n) -> SampleCommands.stock(store, mode, n));
                            }));
                case "customer_profile" ->
                    Stream.of(dynamicTest(
                            "customer profile",
                            () -> check(
                                    subject,
                                    api,
                                    link,
                                    strategy(write, ProfileCommand.class),
                                    SampleCommands::profile)));
                default ->
                    Stream.of(dynamicTest(entry.getKey(), () -> {
                        throw new AssertionFailedError("there is no command of entity " + entry.getKey());
                    }));
            };
        });
    }

    private static String name(WriteSpec.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static <C extends WriteCommand> WriteStrategy<C> strategy(WriteSpec write, Class<C> type) {
        return WriteStrategy.named(write.hook(), type);
    }

    /** @param commands makes the n-th command for the store as it is */
    private static <C extends WriteCommand> void check(
            Subject subject,
            ApiManifest api,
            PlatformLink link,
            WriteStrategy<C> strategy,
            BiFunction<LinkedStore, Integer, C> commands) {
        Findings findings = new Findings();
        try (StoreSession session = StoreSession.open(subject, api, link)) {
            WriteTrial<C> trial = new WriteTrial<>(session, strategy);
            Object untouched = session.store().state();
            C command = commands.apply(session.store(), 1);
            trial.give(command);
            Object once = session.store().state();
            findings.require(!once.equals(untouched), "a command had no effect");
            trial.giveAfterRestart(command);
            findings.require(once.equals(session.store().state()), "a command that was given twice took effect twice");

            C lost = commands.apply(session.store(), 2);
            session.store().loseAnswerToNextWrite();
            trial.giveUntilDecided(lost);
            Object decided = session.store().state();
            findings.require(!decided.equals(once), "a command whose answer was lost had no effect");
            findings.addAll(SampleCommands.effects(session.store(), List.of(command, lost)));
            trial.giveAfterRestart(lost);
            findings.require(
                    decided.equals(session.store().state()),
                    "a command whose answer was lost took effect once more when it was given again");
        }
        findings.assertNone("Commands are delivered at least once, so each must have one effect.");
    }
}
