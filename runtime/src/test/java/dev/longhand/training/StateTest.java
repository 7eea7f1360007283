package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.longhand.data.Dataset;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Weights;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State that isn't trained, such as batch norm's running statistics, is copied, saved and restored like parameters. */
@Tag("kernels")
class StateTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    private final Normalized model = new Normalized(4, 6, 3, 0, 1);

    @Test
    void itStartsAsDeclaredAndIsReadThroughItsLayer() {
        assertThat(model.parameters().state()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(model.parameters().layer(1).arrays())
                .containsExactly("gamma", "beta", "runningMean", "runningVariance");
        model.parameters().layer(1).set("runningMean", 1, 2, 3, 4, 5, 6);
        assertThat(model.parameters().layer(1).get("runningMean")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(model.parameters().state()).startsWith(1, 2, 3, 4, 5, 6, 1);
        assertThat(model.parameters().layer(1).weights()).isEmpty();
        assertThatThrownBy(() -> model.parameters().layer(1).get("weight"))
                .hasMessage("layer \"norm\" of Normalized is BatchNorm and has no weight, only gamma, beta,"
                        + " runningMean, runningVariance");
        assertThatThrownBy(() -> model.parameters().layer(1).set("runningMean", 1))
                .hasMessage("runningMean of layer \"norm\" of Normalized has 6 numbers (6), but 1 were given");
    }

    @Test
    void theSummaryCountsItAsKerasDoes() {
        assertThat(model.info().summary()).contains("norm (BatchNorm)").endsWith("""
                Total parameters: 69
                Trainable parameters: 57
                Non-trainable parameters: 12
                """);
    }

    @Test
    void aStepMovesItTowardsTheBatch() {
        float[] x = CLOUDS.inputs();
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 60, 1)) {
            step.run(x, CLOUDS.targets());
            float[] z = step.workspace().activation(0);
            for (int c = 0; c < 6; c++) {
                double mean = 0;
                double squares = 0;
                for (int s = 0; s < 60; s++) {
                    mean += z[6 * s + c] / 60.0;
                }
                for (int s = 0; s < 60; s++) {
                    squares += (z[6 * s + c] - mean) * (z[6 * s + c] - mean);
                }
                assertThat((double) model.parameters().state()[c]).isCloseTo(0.1 * mean, within(1e-6));
                assertThat((double) model.parameters().state()[6 + c])
                        .isCloseTo(0.9 + 0.1 * squares / 59, within(1e-5));
            }
        }
    }

    @Test
    void itIsPartOfCopiesAndTheDigest() {
        float[] before = model.parameters().copy();
        String digest = model.parameters().sha256();
        assertThat(before).hasSize(57 + 12);
        model.parameters().state()[3] = 7;
        assertThat(model.parameters().sha256()).isNotEqualTo(digest);
        model.parameters().set(before);
        assertThat(model.parameters().sha256()).isEqualTo(digest);
        assertThatThrownBy(() -> model.parameters().set(new float[57]))
                .hasMessage("Normalized has 57 parameters and 12 numbers of state, but 57 were given");
    }

    @Test
    void itIsSavedAndLoaded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("normalized.safetensors");
        Trainer.of(model).epochs(2).fit(CLOUDS);
        Weights.save(model, file);
        Normalized other = new Normalized(4, 6, 3, 0, 2);
        Weights.load(other, file);
        assertThat(other.parameters().state())
                .containsExactly(model.parameters().state());
        assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
        Path plain = folder.resolve("plain.safetensors");
        Weights.save(TwoLayers.classes(4, 6, 3, 1), plain);
        assertThatThrownBy(() -> Weights.load(other, plain))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("it lacks \"norm.beta\", \"norm.gamma\", \"norm.runningMean\","
                        + " \"norm.runningVariance\" and it has \"hidden.bias\"");
    }

    @Test
    void theBestEpochsStateIsRestored() {
        List<float[]> epochs = new ArrayList<>();
        EarlyStopping stopping = EarlyStopping.patience(2);
        Trainer.of(model)
                .epochs(20)
                .validation(Samples.clouds(30, 4, 3, 2))
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        if (training.epoch() > 3) {
                            float[] p = training.model().parameters().values();
                            for (int i = 0; i < p.length; i++) {
                                p[i] = -2 * p[i] - 0.1f * training.epoch();
                            }
                        }
                    }

                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        epochs.add(training.model().parameters().state().clone());
                    }
                })
                .callback(stopping)
                .fit(CLOUDS);
        assertThat(epochs.size()).isGreaterThan(stopping.bestEpoch());
        assertThat(model.parameters().state()).containsExactly(epochs.get(stopping.bestEpoch() - 1));
        assertThat(model.parameters().state()).isNotEqualTo(epochs.get(epochs.size() - 1));
    }

    @Test
    void aTrainingThatDivergesIsUndoneWithItsState() {
        float[][] good = new float[1][];
        assertThatThrownBy(() -> Trainer.of(model)
                        .epochs(3)
                        .callback(new Callback() {
                            @Override
                            public void onEpochEnd(Training training, EpochResult result) {
                                good[0] = training.model().parameters().copy();
                            }

                            @Override
                            public void onBatchEnd(Training training) {
                                if (training.epoch() == 2) {
                                    training.model().parameters().state()[8] = Float.POSITIVE_INFINITY;
                                }
                            }
                        })
                        .fit(CLOUDS))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("runningVariance 2 of layer \"norm\" is Infinity");
        assertThat(model.parameters().copy()).containsExactly(good[0]);
    }

    @Test
    void aStepWhoseLossIsNotFiniteChangesNothing() {
        String before = model.parameters().sha256();
        float[] x = CLOUDS.inputs();
        x[0] = Float.NaN;
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 60, 1)) {
            assertThat(step.run(x, CLOUDS.targets())).isNaN();
        }
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void aTrainingResumesToTheBit() {
        OptimizerSnapshot[] snapshot = new OptimizerSnapshot[1];
        float[][] copy = new float[1][];
        Trainer whole = Trainer.of(model).epochs(4).seed(3).callback(new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                if (result.epoch() == 2) {
                    snapshot[0] = training.step().optimizer().snapshot();
                    copy[0] = training.model().parameters().copy();
                }
            }
        });
        whole.fit(CLOUDS);
        Normalized resumed = new Normalized(4, 6, 3, 0, 9);
        resumed.parameters().set(copy[0]);
        Trainer.of(resumed).epochs(4).seed(3).resumeFrom(2, snapshot[0]).fit(CLOUDS);
        assertThat(resumed.parameters().sha256()).isEqualTo(model.parameters().sha256());
    }

    @Test
    void oneSampleLeftForTheLastBatchJoinsTheBatchBefore() {
        List<String> batches = new ArrayList<>();
        Callback counts = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                batches.add(training.batch() + " of " + training.batches());
            }

            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                batches.add(training.step().workspace().maxBatch() + " at most");
            }
        };
        Trainer.of(model).batchSize(20).callback(counts).fit(Samples.clouds(61, 4, 3, 1));
        assertThat(batches).containsExactly("1 of 3", "2 of 3", "3 of 3", "21 at most");
        batches.clear();
        Trainer.of(model).batchSize(20).callback(counts).fit(Samples.clouds(62, 4, 3, 1));
        assertThat(batches).containsExactly("1 of 4", "2 of 4", "3 of 4", "4 of 4", "20 at most");
        batches.clear();
        Trainer.of(TwoLayers.classes(4, 6, 3, 1)).batchSize(20).callback(counts).fit(Samples.clouds(61, 4, 3, 1));
        assertThat(batches).containsExactly("1 of 4", "2 of 4", "3 of 4", "4 of 4", "20 at most");
    }

    @Test
    void oneSampleIsRefusedBeforeTheFirstStep() {
        String before = model.parameters().sha256();
        assertThatThrownBy(() -> Trainer.of(model).batchSize(1).fit(CLOUDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batchSize 1 leaves batch norm \"norm\" of Normalized one number for each channel, which it"
                        + " turns into 0 whatever the layers before it compute: use batchSize(2) or more, or @LayerNorm"
                        + " instead of @BatchNorm");
        assertThatThrownBy(() -> Trainer.of(model).fit(Samples.clouds(1, 4, 3, 1)))
                .hasMessageStartingWith("a data set of 1 sample leaves")
                .hasMessageContaining("train on 2 samples or more");
        assertThatThrownBy(() -> TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1))
                .hasMessageStartingWith("maxBatch 1 leaves");
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 2, 1)) {
            assertThatThrownBy(() -> step.run(new float[4], new float[3]))
                    .hasMessageStartingWith("a step of 1 sample leaves");
        }
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void centralDifferencesAgreeAndDoNotChangeIt() {
        model.parameters().layer(1).set("gamma", 1.5f, -1, 0.5f, 2, 0.1f, 1);
        String before = model.parameters().sha256();
        GradientCheck check = NumericalGradient.check(model, Samples.clouds(9, 4, 3, 1));
        assertThat(check.largestDifference()).as(check.toString()).isLessThan(5e-4f);
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void anEvaluationDoesNotDependOnWhatIsEvaluatedTogether() {
        Trainer.of(model).epochs(2).fit(CLOUDS);
        Task task = Task.of(model.info(), CLOUDS);
        Evaluation together = Evaluation.of(model, CLOUDS, task, model.workspace(60));
        Evaluation alone = Evaluation.of(model, CLOUDS, task, model.workspace(1));
        assertThat(alone.accuracy()).isEqualTo(together.accuracy());
        assertThat(alone.loss()).isCloseTo(together.loss(), within(1e-6));
        float[] x = CLOUDS.inputs();
        float[] all = model.predict(x);
        assertThat(model.predict(Arrays.copyOf(x, 4))).containsExactly(Arrays.copyOf(all, 3));
    }

    @Test
    void threadsGiveTheSameBits() {
        List<String> digests = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            Model trained = new Normalized(20, 130, 3, 0.2f, 1);
            Trainer.of(trained).threads(threads).batchSize(200).epochs(2).fit(Samples.clouds(400, 20, 3, 1));
            digests.add(trained.parameters().sha256());
        }
        assertThat(digests).containsOnly(digests.get(0));
    }

    @Test
    void aStepAllocatesNothingAfterWarmUp() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] x = CLOUDS.inputs();
        float[] t = CLOUDS.targets();
        long allocated = Long.MAX_VALUE;
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.01), 60, 1)) {
            for (int round = 0; round < 500 && allocated > 0; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 50; i++) {
                    step.run(x, t);
                }
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
        assertThat(allocated).isZero();
    }
}
