package io.unifiedcommerce.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @Test
    void keepsADirectoryThatTheUserChose(@TempDir Path parent) throws IOException {
        RunDirectory directory = RunDirectory.open(Optional.of(parent.resolve("new")));
        Files.createFile(directory.path().resolve("broker.log"));
        directory.discard();
        assertThat(parent.resolve("new/broker.log")).exists();
    }

    @Test
    void refusesADirectoryWithFiles(@TempDir Path parent) throws IOException {
        Files.createFile(parent.resolve("mine.txt"));
        assertThatThrownBy(() -> RunDirectory.open(Optional.of(parent))).hasMessageContaining("not empty");
    }

    @Test
    void removesATemporaryDirectoryWithItsFiles() throws IOException {
        RunDirectory directory = RunDirectory.open(Optional.empty());
        Files.createDirectories(directory.path().resolve("a/b"));
        Files.createFile(directory.path().resolve("a/b/c"));
        directory.discard();
        assertThat(directory.path()).doesNotExist();
    }
}
