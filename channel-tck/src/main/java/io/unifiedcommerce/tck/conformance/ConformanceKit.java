package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests that a channel folder must pass. An integrator returns them from a test factory of their own:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> myChannels() {
 *     return ConformanceKit.of(new ChannelFolders(getClass().getClassLoader(), List.of(Path.of("channels"))));
 * }
 * }</pre>
 */
public final class ConformanceKit {
    /** Names the system property with which the files of expected events are written instead of compared. */
    static final String WRITE = "samples.write";

    private ConformanceKit() {}

    /** The tests of all channels: one container for each, with one for each rule. */
    public static Stream<DynamicNode> of(ChannelFolders folders) {
        return folders.names().stream().map(name -> DynamicContainer.dynamicContainer(name, of(folders.named(name))));
    }

    /** The tests of one channel: one container for each rule. */
    public static Stream<DynamicNode> of(ChannelFolder folder) {
        return of(folder, Boolean.getBoolean(WRITE));
    }

    /** @param writing whether files of expected events are written instead of compared */
    static Stream<DynamicNode> of(ChannelFolder folder, boolean writing) {
        return of(folder, Stream.concat(bySamples(writing).stream(), byTrial().stream()));
    }

    /** Those that compare the folder with its samples and nothing else: what an author wants to know after each change. */
    static Stream<DynamicNode> ofSamples(ChannelFolder folder) {
        return of(folder, bySamples(false).stream());
    }

    private static Stream<DynamicNode> of(ChannelFolder folder, Stream<Check> checks) {
        Subject subject;
        try {
            subject = Subject.of(folder);
        } catch (RuntimeException unreadable) {
            return Stream.of(DynamicTest.dynamicTest("the folder is read and its mappings compile", () -> {
                throw unreadable;
            }));
        }
        return checks.map(check -> DynamicContainer.dynamicContainer(check.rule(), check.tests(subject)));
    }

    private static List<Check> bySamples(boolean writing) {
        return List.of(
                new ManifestCheck(),
                new ExpectedEventsCheck(writing),
                new OrderTotalsCheck(),
                new CoverageCheck(),
                new ReadingPathsCheck());
    }

    private static List<Check> byTrial() {
        return List.of(
                new NeededValuesCheck(),
                new TotalityCheck(),
                new DeadLetterCheck(),
                new EventIdCheck(),
                new RereadCheck(),
                new TombstoneCheck(),
                new ResumeCheck(),
                new QuotaCheck(),
                new LinkedReadingCheck(),
                new LinkedQuotaCheck(),
                new BadAnswersCheck(),
                new EndlessListingCheck(),
                new ManagedWebhooksCheck(),
                new RequestsCheck(),
                new IdempotentWriteCheck());
    }
}
