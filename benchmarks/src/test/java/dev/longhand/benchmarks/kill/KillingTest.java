package dev.longhand.benchmarks.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command {@code kill} does the same with more kills. */
class KillingTest {

    @ParameterizedTest
    @EnumSource
    void aKilledTrainingResumesToTheBitsOfOneThatWasNeverStopped(KilledTraining training, @TempDir Path folder)
            throws IOException, InterruptedException {
        Killing killing = Killing.run(training, folder, 3, 200, new Random());
        assertThat(killing.sha256()).isEqualTo(training.whole());
        assertThat(killing.kills()).isPositive();
    }

    @Test
    void aProcessThatEndsBeforeItIsKilledLeavesItsOutput() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "--version").start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (process.isAlive()) {
                Thread.sleep(1);
            }
            assertThat(Killing.kill(process)).isFalse();
            assertThat(lines.readLine()).isNotEmpty();
        }
    }
}
