package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a trainer does with gradients and parameters beside the optimizer's rule. */
@Tag("kernels")
class ControlTest {

    private static final Dataset CLOUDS = Samples.clouds(210, 4, 3, 1);

    private final Model model = TwoLayers.classes(4, 5, 3, 1);

    @Test
    void aStepMovesByTheClippedGradient() {
        float[] slope = NumericalGradient.of(model, CLOUDS);
        double norm = 0;
        for (float g : slope) {
            norm += (double) g * g;
        }
        norm = Math.sqrt(norm);
        float[] start = model.parameters().copy();
        double[] seen = new double[1];
        Trainer.of(model)
                .optimizer(Sgd.learningRate(1))
                .batchSize(210)
                .clipNorm(norm / 2)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        seen[0] = training.gradientNorm();
                    }
                })
                .fit(CLOUDS);
        assertThat(seen[0]).isCloseTo(norm, within(1e-3));
        for (int i = 0; i < start.length; i++) {
            assertThat(model.parameters().values()[i]).isCloseTo(start[i] - slope[i] / 2, within(1e-3f));
        }
    }

    @Test
    void controlsGiveTheSameBitsOnAnyNumberOfThreads() {
        Dataset data = Samples.clouds(64, 20, 3, 1);
        List<String> digests = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            Model large = TwoLayers.classes(20, 7000, 3, 1);
            Trainer.of(large)
                    .optimizer(AdamW.learningRate(0.01))
                    .threads(threads)
                    .batchSize(32)
                    .clipValue(0.01)
                    .clipNorm(0.02)
                    .movingAverage(0.5)
                    .accumulate(2)
                    .epochs(2)
                    .fit(data);
            digests.add(large.parameters().sha256());
        }
        assertThat(digests).containsOnly(digests.get(0));
    }

    @Test
    void theMovingAverageIsThatOfAllSteps() {
        List<float[]> steps = new ArrayList<>();
        Trainer.of(model)
                .optimizer(Sgd.learningRate(0.5))
                .batchSize(70)
                .movingAverage(0.75)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        steps.add(training.model().parameters().copy());
                    }
                })
                .fit(CLOUDS);
        assertThat(steps).hasSize(3);
        for (int i = 0; i < steps.get(0).length; i++) {
            float second = 0.75f * steps.get(0)[i] + 0.25f * steps.get(1)[i];
            assertThat(model.parameters().values()[i]).isEqualTo(0.75f * second + 0.25f * steps.get(2)[i]);
        }
    }

    @Test
    void validationMeasuresTheAverageAndTrainingGoesOnWithTheParameters() {
        Model plain = TwoLayers.classes(4, 5, 3, 1);
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        Trainer.of(plain).epochs(3).callback(digests(expected)).fit(CLOUDS);
        History history = Trainer.of(model)
                .epochs(3)
                .validation(CLOUDS)
                .movingAverage(0.9)
                .callback(digests(actual))
                .fit(CLOUDS);
        assertThat(actual).isEqualTo(expected);
        assertThat(history.last().validationLoss())
                .isEqualTo(Evaluation.of(model, CLOUDS).loss());
        assertThat(model.parameters().sha256()).isNotEqualTo(plain.parameters().sha256());
    }

    private static Callback digests(List<String> digests) {
        return new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                digests.add(training.model().parameters().sha256());
            }
        };
    }

    @Test
    void theBestAverageIsRestored() {
        BestParameters best = BestParameters.restore();
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .epochs(8)
                .validation(CLOUDS)
                .movingAverage(0.8)
                .callback(best)
                .fit(CLOUDS);
        assertThat(Evaluation.of(model, CLOUDS).loss())
                .isEqualTo(history.best(Monitor.VALIDATION_LOSS).validationLoss());
    }

    @Test
    void accumulatedBatchesAreOneBatch() {
        Model whole = TwoLayers.classes(4, 5, 3, 1);
        List<Long> steps = new ArrayList<>();
        Trainer.of(whole)
                .optimizer(Sgd.learningRate(0.1))
                .batchSize(80)
                .epochs(2)
                .fit(CLOUDS);
        Trainer.of(model)
                .optimizer(Sgd.learningRate(0.1))
                .batchSize(20)
                .accumulate(4)
                .epochs(2)
                .callback(new Callback() {
                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        steps.add(training.steps());
                    }
                })
                .fit(CLOUDS);
        assertThat(steps).containsExactly(3L, 6L);
        for (int i = 0; i < model.parameters().values().length; i++) {
            assertThat(model.parameters().values()[i])
                    .isCloseTo(whole.parameters().values()[i], within(1e-6f));
        }
    }

    @Test
    void accumulatedBatchesHaveDifferentDropoutMasks() {
        List<Float> losses = new ArrayList<>();
        float[][] x = new float[4][4];
        for (float[] row : x) {
            Arrays.fill(row, 1);
        }
        Dataset same = Dataset.ofLabels(x, new int[4], 3);
        Trainer.of(TwoLayers.classesWithDropout(4, 40, 3, 0.5f, 1))
                .batchSize(1)
                .accumulate(4)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        losses.add(training.loss());
                    }
                })
                .fit(same);
        assertThat(losses).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void frozenLayersKeepTheirParametersAndState() {
        Normalized normalized = new Normalized(4, 6, 3, 0.2f, 1);
        float[] weights = normalized.parameters().layer(0).weights();
        float[] output = normalized.parameters().layer(4).weights();
        Trainer.of(normalized)
                .optimizer(AdamW.learningRate(0.01).weightDecay(0.1).l1(0.1).l2(0.1))
                .epochs(2)
                .freeze("hidden", "norm")
                .clipNorm(1)
                .fit(CLOUDS);
        assertThat(normalized.parameters().layer(0).weights()).containsExactly(weights);
        assertThat(normalized.parameters().layer(1).get("gamma")).containsOnly(1);
        assertThat(normalized.parameters().layer(1).get("beta")).containsOnly(0);
        assertThat(normalized.parameters().layer(1).get("runningMean")).containsOnly(0);
        assertThat(normalized.parameters().layer(1).get("runningVariance")).containsOnly(1);
        assertThat(normalized.parameters().layer(4).weights()).isNotEqualTo(output);
    }

    @Test
    void aLayersPenaltyReplacesTheOptimizers() {
        float[] weights = model.parameters().layer(0).weights();
        float[] outputs = model.parameters().layer(1).weights();
        float[] plain = gradientStep(Sgd.learningRate(1), trainer -> trainer);
        float[] penalized = gradientStep(
                Sgd.learningRate(1).l2(0.25), trainer -> trainer.l2("hidden", 0).l1("output", 0.5));
        for (int i = 0; i < weights.length; i++) {
            assertThat(penalized[i]).isEqualTo(plain[i]);
        }
        int first = weights.length + 5;
        for (int i = 0; i < outputs.length; i++) {
            float expected = plain[first + i] - 0.25f * outputs[i] - 0.5f * Math.signum(outputs[i]);
            assertThat(penalized[first + i]).isCloseTo(expected, within(1e-6f));
        }
    }

    private static float[] gradientStep(Sgd optimizer, UnaryOperator<Trainer> settings) {
        Model fresh = TwoLayers.classes(4, 5, 3, 1);
        settings.apply(Trainer.of(fresh).optimizer(optimizer).batchSize(210)).fit(CLOUDS);
        return fresh.parameters().values();
    }

    @Test
    void layersThatDoNotExistOrHaveNoWeightsAreRefused() {
        Trainer trainer = Trainer.of(new Normalized(4, 6, 3, 0, 1));
        assertThatThrownBy(() -> trainer.freeze("hiden"))
                .hasMessage(
                        "Normalized has no layer \"hiden\", only \"hidden\", \"norm\", \"tanh\", \"drop\", \"output\"");
        assertThatThrownBy(() -> trainer.freeze("drop"))
                .hasMessage("layer \"drop\" of Normalized is Dropout and has no parameters that could be frozen");
        assertThatThrownBy(() -> trainer.l2("norm", 1e-4))
                .hasMessage(
                        "layer \"norm\" of Normalized is BatchNorm and has no weights that a penalty could hold for");
        assertThatThrownBy(() -> trainer.freeze("hidden", "norm", "output"))
                .hasMessage("all layers of Normalized that have parameters are frozen, so that nothing can be learnt:"
                        + " freeze fewer");
        assertThatThrownBy(() -> trainer.l1("hidden", -1)).hasMessageContaining("l1 -1.0 must be at least 0");
        assertThatThrownBy(() -> trainer.clipNorm(0)).hasMessageStartingWith("clipNorm 0.0 must be above 0");
        assertThatThrownBy(() -> trainer.clipValue(Double.NaN)).hasMessageStartingWith("clipValue NaN");
        assertThatThrownBy(() -> trainer.accumulate(0)).hasMessageContaining("use at least 1");
        assertThatThrownBy(() -> trainer.movingAverage(1))
                .hasMessage("decay 1.0 must be at least 0 and below 1: try 0.999");
    }

    @Test
    void aStepAllocatesNothingWithAllOfThem() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] before = new long[1];
        long[] inEpoch = new long[1];
        Callback allocations = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.batch() == 2) {
                    before[0] = threads.getCurrentThreadAllocatedBytes();
                } else if (training.batch() == training.batches()) {
                    inEpoch[0] = threads.getCurrentThreadAllocatedBytes() - before[0];
                }
            }

            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                if (inEpoch[0] == 0) {
                    training.stop("nothing was allocated");
                }
            }
        };
        Trainer.of(new Normalized(20, 30, 3, 0.5f, 1))
                .optimizer(Adam.defaults().l2(1e-4))
                .clipValue(1)
                .clipNorm(0.1)
                .movingAverage(0.9)
                .accumulate(3)
                .freeze("norm")
                .l1("output", 1e-3)
                .epochs(2_000)
                .batchSize(10)
                .callback(allocations)
                .fit(Samples.clouds(2000, 20, 3, 1));
        assertThat(inEpoch[0]).isZero();
    }
}
