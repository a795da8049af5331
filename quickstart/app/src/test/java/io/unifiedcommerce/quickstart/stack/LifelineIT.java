package io.unifiedcommerce.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineIT {

    @Test
    void noChildOutlivesAParentKilledWithoutWarning(@TempDir Path directory) throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackHolder.class.getName(),
                        ProjectRoot.path().toString(),
                        directory.toString())
                .redirectError(directory.resolve("parent.log").toFile())
                .start();
        List<Long> children = new ArrayList<>();
        try (BufferedReader output = parent.inputReader()) {
            for (String line = output.readLine(); line != null && children.size() < 3; line = output.readLine()) {
                children.add(Long.valueOf(line));
            }
            children.add(Long.valueOf(Files.readAllLines(directory.resolve("till/data/postmaster.pid"))
                    .get(0)));
            assertThat(children).hasSize(4).allMatch(LifelineIT::isAlive);
        } finally {
            parent.destroyForcibly();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(children).noneMatch(LifelineIT::isAlive));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
