package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Runs the kit's tests of a folder without JUnit, and keeps what came of them. */
public final class KitRun {
    private final List<Result> results = new ArrayList<>();
    private final Predicate<String> tests;

    /**
     * What came of one test.
     *
     * @param thrown null when it passed
     */
    public record Result(String rule, String test, Throwable thrown) {
        public boolean failed() {
            return thrown != null && !(thrown instanceof TestAbortedException);
        }

        public boolean skipped() {
            return thrown instanceof TestAbortedException;
        }

        @Override
        public String toString() {
            return rule + " > " + test + ": " + (thrown == null ? "passed" : thrown.toString());
        }
    }

    private KitRun(Predicate<String> tests) {
        this.tests = tests;
    }

    /** Runs all rules. */
    public static KitRun of(ChannelFolder folder) {
        return of(folder, "");
    }

    /** Runs the rules that compare the folder with its samples and nothing else. */
    public static KitRun ofSamples(ChannelFolder folder) {
        KitRun run = new KitRun(test -> true);
        ConformanceKit.ofSamples(folder).forEach(node -> run.walk(node.getDisplayName(), node));
        return run;
    }

    /** Runs the rules whose sentence holds a text. */
    static KitRun of(ChannelFolder folder, String rule) {
        return of(folder, rule, test -> true);
    }

    /** Runs those tests of the rules whose sentence holds a text. */
    static KitRun of(ChannelFolder folder, String rule, Predicate<String> tests) {
        KitRun run = new KitRun(tests);
        ConformanceKit.of(folder, false)
                .filter(node -> node.getDisplayName().contains(rule))
                .forEach(node -> run.walk(node.getDisplayName(), node));
        return run;
    }

    /** Writes the files of expected events, as an integrator does once. */
    public static KitRun writing(ChannelFolder folder) {
        KitRun run = new KitRun(test -> true);
        ConformanceKit.of(folder, true)
                .filter(node -> node.getDisplayName().contains("recorded pages"))
                .forEach(node -> run.walk(node.getDisplayName(), node));
        return run;
    }

    private void walk(String rule, DynamicNode node) {
        if (node instanceof DynamicContainer container) {
            try (Stream<? extends DynamicNode> children = container.getChildren()) {
                children.forEach(child -> walk(rule, child));
            }
            return;
        }
        if (!tests.test(node.getDisplayName())) {
            return;
        }
        Throwable thrown = null;
        try {
            ((DynamicTest) node).getExecutable().execute();
        } catch (Throwable e) {
            thrown = e;
        }
        results.add(new Result(rule, node.getDisplayName(), thrown));
    }

    public List<Result> results() {
        return List.copyOf(results);
    }

    public List<Result> failures() {
        return results.stream().filter(Result::failed).toList();
    }

    public List<Result> skipped() {
        return results.stream().filter(Result::skipped).toList();
    }
}
