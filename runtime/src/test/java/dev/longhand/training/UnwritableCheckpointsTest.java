package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.data.Dataset;
import dev.longhand.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints in a folder that can't be written for a while. */
class UnwritableCheckpointsTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    @TempDir
    private Path folder;

    @Test
    void aCheckpointThatCannotBeWrittenIsAWarning() {
        Path gone = folder.resolve("gone");
        Callback removal = new Callback() {
            @Override
            public void onEpochBegin(Training training) {
                try {
                    Files.deleteIfExists(gone);
                    Files.writeString(gone, "in the way");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        History history = Trainer.of(CheckpointTest.model())
                .callback(removal)
                .checkpoints(Checkpoints.in(gone))
                .fit(CLOUDS);
        assertThat(history.epochs()).hasSize(1);
        assertThat(history.warnings()).isNotEmpty();
        assertThat(history.warnings().get(0))
                .startsWith("a checkpoint couldn't be written, and the training goes on without it: " + gone);
    }

    @Test
    void checkpointsThatCannotBeWrittenAreWarnedOfOnceAndWhenTheyCanAgain() {
        Path gone = folder.resolve("gone");
        Callback removal = new Callback() {
            @Override
            public void onEpochBegin(Training training) {
                try {
                    if (training.epoch() == 2) {
                        Files.move(gone, folder.resolve("aside"));
                        Files.writeString(gone, "in the way");
                    } else if (training.epoch() == 6 || training.epoch() == 9) {
                        Files.delete(gone);
                        Files.move(folder.resolve("aside"), gone);
                    } else if (training.epoch() == 8) {
                        Files.move(gone, folder.resolve("aside"));
                        Files.writeString(gone, "in the way");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        History history = Trainer.of(CheckpointTest.model())
                .callback(removal)
                .epochs(10)
                .checkpoints(Checkpoints.in(gone).everySteps(1).everyEpochs(1))
                .fit(CLOUDS);
        assertThat(history.warnings()).hasSize(3);
        assertThat(history.warnings().get(0))
                .startsWith("a checkpoint couldn't be written, and the training goes on without it: " + gone);
        assertThat(history.warnings().get(1))
                .isEqualTo("checkpoints are written again, the first one to epoch-000006-batch-00000001.safetensors");
        assertThat(history.warnings().get(2))
                .isEqualTo("10 of 20 checkpoints couldn't be written; the newest one is"
                        + " epoch-000010-batch-00000002.safetensors");
    }
}
