package dev.longhand.training;

import static dev.longhand.training.CheckpointTest.everything;
import static dev.longhand.training.CheckpointTest.model;
import static dev.longhand.training.CheckpointTest.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.NAdam;
import dev.longhand.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of programs that call {@code fit} several times. */
class CheckpointsOfSeveralFitsTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    @TempDir
    private Path folder;

    @Test
    void secondCallsOfFitAreCheckpointedAndResumedToo(@TempDir Path other) throws IOException {
        Model whole = model();
        Trainer trainer = everything(whole)
                .checkpoints(Checkpoints.in(folder).everySteps(1).everyEpochs(1).keep(1000));
        trainer.epochs(2).fit(CLOUDS);
        trainer.epochs(4).fit(CLOUDS);
        assertThat(folder.toFile().list()).hasSize(14).contains("epoch-000006-batch-00000005-from-000003.safetensors");
        Path middle = folder.resolve("epoch-000004-batch-00000004-from-000003.safetensors");
        Files.copy(middle, other.resolve(middle.getFileName()));
        Model resumed = model();
        History history = everything(resumed).resumeChanged(other).fit(CLOUDS);
        assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(3, 4, 5, 6);
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }

    /** A program that calls fit three times, killed after any step and started again. */
    @Test
    void aProgramOfSeveralCallsIsStartedAgain(@TempDir Path folders) throws IOException {
        List<String> expected = program(folders.resolve("whole"), 0);
        for (int killed = 1; killed <= 24; killed++) {
            Path own = folders.resolve("killed" + killed);
            int at = killed;
            assertThatThrownBy(() -> program(own, at)).hasMessage("killed");
            assertThat(program(own, 0)).as("killed after batch " + killed).isEqualTo(expected);
            assertThat(program(own, 0)).as("started after its end").isEqualTo(expected);
        }
        try (Stream<Path> files = Files.list(folders.resolve("whole"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "epoch-000002-batch-00000004.safetensors",
                            "epoch-000002-batch-00000005.safetensors",
                            "epoch-000003-batch-00000004-from-000003.safetensors",
                            "epoch-000003-batch-00000005-from-000003.safetensors",
                            "epoch-000005-batch-00000002-from-000004.safetensors",
                            "epoch-000005-batch-00000004-from-000004.safetensors",
                            "epoch-000005-batch-00000005-from-000004.safetensors");
        }
    }

    @Test
    void aDamagedCheckpointOfAnEarlierCallIsReplacedByTheOneBefore() throws IOException {
        List<String> expected = program(folder, 0);
        for (String damaged : List.of(
                "epoch-000002-batch-00000005.safetensors", "epoch-000003-batch-00000005-from-000003.safetensors")) {
            Path file = folder.resolve(damaged);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
            assertThat(program(folder, 0)).as(damaged).isEqualTo(expected);
        }
    }

    @Test
    void aFirstCallWithoutReadableCheckpointsIsRefusedWithARemedy() throws IOException {
        Trainer trainer = Trainer.of(model()).checkpoints(Checkpoints.in(folder));
        trainer.fit(CLOUDS);
        String later = "epoch-000002-batch-00000002-from-000002.safetensors";
        trainer.fit(CLOUDS);
        Path file = folder.resolve("epoch-000001-batch-00000002.safetensors");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
        assertThatThrownBy(() -> Trainer.of(model()).resume(folder).fit(CLOUDS))
                .hasMessageContaining(
                        folder + ": the only checkpoint of this call of fit is damaged: replace the newest"
                                + " by a copy, or delete it, and go on from " + later + ", of a later call, by"
                                + " resumeChanged(…); " + file + ": it's damaged");
        Files.delete(file);
        assertThat(Trainer.of(model()).resumeChanged(folder).fit(CLOUDS).epochs())
                .hasSize(1);
        Files.write(file, new byte[10]);
        Files.delete(folder.resolve(later));
        assertThatThrownBy(() -> Trainer.of(model()).resume(folder).fit(CLOUDS))
                .hasMessageContaining("or delete it to begin the training anew; ");
    }

    /** What each call of fit gives: parameters, epochs and losses. */
    private static List<String> program(Path own, int killed) {
        Model model = model();
        int[] batches = {killed};
        Callback kill = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (--batches[0] == 0) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        Trainer trainer = everything(model)
                .checkpoints(Checkpoints.in(own).everySteps(1).everyEpochs(1).keep(3))
                .callback(kill)
                .resume(own);
        List<String> calls = new ArrayList<>();
        for (Trainer call : List.of(
                trainer.epochs(2),
                trainer.epochs(1).freeze("norm"),
                trainer.epochs(2).optimizer(NAdam.learningRate(0.002)))) {
            History history = call.fit(CLOUDS);
            calls.add(results(history) + " " + model.parameters().sha256());
        }
        return calls;
    }

    @Test
    void aLaterCallOfFitCannotBeResumedByTheFirst(@TempDir Path other) throws IOException {
        Trainer trainer = Trainer.of(model()).checkpoints(Checkpoints.in(folder));
        trainer.fit(CLOUDS);
        trainer.fit(CLOUDS);
        Path later = folder.resolve("epoch-000002-batch-00000002-from-000002.safetensors");
        Files.copy(later, other.resolve(later.getFileName()));
        assertThatThrownBy(() -> Trainer.of(model()).resume(other).fit(CLOUDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the checkpoints in " + other + ", such as " + later.getFileName()
                        + ", are those of a call of fit that began at epoch 2, while this one begins at epoch 1: call fit"
                        + " as often as the program that wrote them, or go on from the newest one by resumeChanged(…)");
        Model resumed = model();
        Trainer.of(resumed).resumeChanged(other).fit(CLOUDS);
        Model whole = model();
        Trainer.of(whole).epochs(2).fit(CLOUDS);
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }
}
