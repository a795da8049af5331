package io.unifiedcommerce.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop, from the packaged archives to the proof, with everything failing that may fail. */
class QuickstartIT {

    @Test
    void everyChannelEndsWithTheStockThatTheOrdersLeadTo(@TempDir Path directory)
            throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(output, true, StandardCharsets.UTF_8);
        List<String> arguments = List.of("--faults", "--orders", "40", "--speed", "5", "--dir", directory + "/run");
        int exitCode =
                new Quickstart(Distribution.under(ProjectRoot.path()), Options.parse(arguments, false), screen).run();
        String shown = output.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(shown).isZero();
        assertThat(shown).contains("PASS");
    }

    @Test
    void stopsCleanlyAtCtrlC(@TempDir Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dunifiedcommerce.home=" + ProjectRoot.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.unifiedcommerce.quickstart.Quickstart",
                        "--serve",
                        "--dir",
                        directory.resolve("run").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> Files.readString(output).contains("SKUs differ"));
            List<ProcessHandle> children = process.descendants().toList();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(output))
                    .doesNotContain("Exception")
                    .contains("Stopped; logs and data are kept in");
            assertThat(children).isNotEmpty();
            await().atMost(Duration.ofSeconds(20)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            process.destroyForcibly();
        }
    }
}
