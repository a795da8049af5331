package io.unifiedcommerce.cli;

import io.unifiedcommerce.tck.conformance.KitRun;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;

/** Prints what came of the kit's rules: a line for each rule, and what was found wrong. */
final class KitReport {
    private final PrintWriter out;

    KitReport(PrintWriter out) {
        this.out = out;
    }

    /** The exit code. */
    int print(KitRun run) {
        Map<String, List<KitRun.Result>> rules = run.results().stream()
                .collect(Collectors.groupingBy(KitRun.Result::rule, LinkedHashMap::new, Collectors.toList()));
        rules.forEach(this::rule);
        int failed = run.failures().size();
        int skipped = run.skipped().size();
        out.println(
                (run.results().size() - failed - skipped) + " passed, " + failed + " failed, " + skipped + " skipped");
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void rule(String rule, List<KitRun.Result> results) {
        boolean failed = results.stream().anyMatch(KitRun.Result::failed);
        boolean skipped = results.stream().allMatch(KitRun.Result::skipped);
        out.println((failed ? "FAIL  " : skipped ? "skip  " : "ok    ") + rule);
        results.stream()
                .filter(result -> result.thrown() != null)
                .map(result -> result.test() + ": " + reason(result.thrown()))
                .distinct()
                .forEach(line -> out.println(line.indent(6).stripTrailing()));
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    }
}
