package dev.longhand.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.data.Dataset;
import dev.longhand.layer.Dense;
import dev.longhand.training.Callback;
import dev.longhand.training.Checkpoints;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GracefulStopTest {

    /** Exclusive or. */
    @Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
    interface Gate {
        @Dense(units = 4, activation = Activation.TANH)
        Layer hidden();

        @Dense(units = 1, activation = Activation.SIGMOID)
        Layer output();
    }

    /** Trains until it's stopped; its argument is the folder of checkpoints. */
    static final class Endless {

        private Endless() {}

        public static void main(String[] args) {
            Dataset xor =
                    Dataset.ofBinaryLabels(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
            try (GracefulStop stop = GracefulStop.ofThisThread()) {
                Trainer.of(GracefulStopTest_GateModel.create(1))
                        .epochs(Integer.MAX_VALUE)
                        .checkpoints(Checkpoints.in(Path.of(args[0])).everyMinutes(1000))
                        .callback(new Callback() {
                            @Override
                            public void onTrainingBegin(Training training) {
                                System.out.println("begins");
                            }
                        })
                        .fit(xor);
            }
        }
    }

    /** Ctrl-C sends another signal, which Java treats alike. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatIsAskedToEndWritesACheckpointFirst(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("begins");
            assertThat(folder).isEmptyDirectory();
            Thread.sleep(100);
            process.destroy();
            assertThat(process.waitFor()).isNotZero();
        }
        assertThat(folder).isDirectoryContaining("glob:**/epoch-*-batch-00000001.safetensors");
    }
}
