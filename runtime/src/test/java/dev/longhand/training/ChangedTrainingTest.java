package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training that goes on notices of what has changed. */
class ChangedTrainingTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    @TempDir
    private Path folder;

    private static Trainer trainer() {
        return Trainer.of(TwoLayers.classesWithDropout(4, 6, 3, 0.25f, 1)).epochs(2);
    }

    @Test
    void anotherNetworkOfTheSameSizeIsRefused() {
        Trainer.of(TwoLayers.numbers(2, 3, 1, 1))
                .checkpoints(Checkpoints.in(folder))
                .fit(Samples.xor());
        Model other = TwoLayers.binary(2, 3, 1);
        assertThatThrownBy(() -> Trainer.of(other).resume(folder).fit(Samples.xor()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("had other settings: loss was MEAN_SQUARED_ERROR, now it's BINARY_CROSS_ENTROPY");
        assertThat(new TrainingSettings().describe(other.info(), Map.of()))
                .containsEntry(
                        "layer output",
                        "Dense 1, " + other.info().layers().get(1).formula() + ", reads hidden");
    }

    @Test
    void anotherConditionToStopIsRefused() {
        trainer()
                .callback(StopWhen.lossBelow(0.01))
                .checkpoints(Checkpoints.in(folder))
                .fit(CLOUDS);
        assertThatThrownBy(() -> trainer()
                        .callback(StopWhen.lossBelow(0.02))
                        .resume(folder)
                        .fit(CLOUDS))
                .hasMessageContaining("callbacks was [StopWhen the loss is below 0.01], now it's [StopWhen the loss is"
                        + " below 0.02]");
    }

    @Test
    void aTrainingThatWasStoppedGoesOnWithChangedSettings() {
        History stopped = trainer()
                .callback(StopWhen.lossBelow(100))
                .checkpoints(Checkpoints.in(folder))
                .fit(CLOUDS);
        assertThat(stopped.epochs()).hasSize(1);
        History again =
                trainer().callback(StopWhen.lossBelow(100)).resume(folder).fit(CLOUDS);
        assertThat(again.epochs()).hasSize(1);
        History longer = trainer().epochs(5).resumeChanged(folder).fit(CLOUDS);
        assertThat(longer.epochs()).hasSize(5);
        assertThat(longer.stopReason()).isEmpty();
    }

    @Test
    void theSameFolderMayBeWrittenInAnotherWay() {
        trainer().checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        Path other = folder.resolve("..").resolve(folder.getFileName());
        History history =
                trainer().checkpoints(Checkpoints.in(folder)).resume(other).fit(CLOUDS);
        assertThat(history.epochs()).hasSize(2);
    }

    @Test
    void anAverageIsNotResumedWithoutACheckpoint() {
        OptimizerSnapshot snapshot = new OptimizerSnapshot(1, Map.of());
        assertThatThrownBy(() -> trainer()
                        .optimizer(Sgd.learningRate(0.1))
                        .movingAverage(0.9)
                        .resumeFrom(1, snapshot)
                        .fit(CLOUDS))
                .hasMessage(
                        "resumeFrom doesn't know the moving average of the epochs before: train with checkpoints(…) and"
                                + " go on with resume(…)");
    }

    @Test
    void targetsOfASourceAreChecked() {
        SampleSource source = SampleSource.of(
                () -> List.of(
                                new Sample(new float[4], new float[] {0, 1, 0}),
                                new Sample(new float[4], new float[] {0, 2, 0}))
                        .iterator(),
                Shape.of(4),
                3);
        assertThatThrownBy(() -> Evaluation.of(TwoLayers.classes(4, 6, 3, 1), source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("target 1 of sample 1 is 2.0, but the loss of");
    }
}
