package io.unifiedcommerce.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
}
