package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.longhand.data.Dataset;
import dev.longhand.data.StandardScaler;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Lengths;
import dev.longhand.model.Model;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Samples and classes with weights: in the loss, in training and in evaluations. */
class SampleWeightsTest {

    private static final int IN = 4;
    private static final int CLASSES = 3;

    private static Dataset samples(int n, long seed) {
        Random random = new Random(seed);
        float[][] x = new float[n][IN];
        int[] labels = new int[n];
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < IN; i++) {
                x[s][i] = (float) random.nextGaussian();
            }
            labels[s] = random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2);
        }
        return Dataset.ofLabels(x, labels, CLASSES);
    }

    private static float[] trained(Dataset data, int batchSize) {
        return trained(data, batchSize, trainer -> trainer);
    }

    private static float[] trained(Dataset data, int batchSize, UnaryOperator<Trainer> settings) {
        Model model = TwoLayers.classes(IN, 5, CLASSES, 1);
        settings.apply(Trainer.of(model).epochs(3).batchSize(batchSize).optimizer(Sgd.learningRate(0.1)))
                .fit(data);
        return model.parameters().copy();
    }

    private static float[] all(int n, float weight) {
        float[] weights = new float[n];
        Arrays.fill(weights, weight);
        return weights;
    }

    @Test
    void equalWeightsTrainTheBitsOfNone() {
        Dataset data = samples(37, 1);
        float[] plain = trained(data, 8);
        for (float weight : new float[] {1, 2, 0.5f}) {
            assertThat(trained(data.withSampleWeights(all(37, weight)), 8)).containsExactly(plain);
            assertThat(trained(data, 8, trainer -> trainer.classWeights(weight, weight, weight)))
                    .containsExactly(plain);
        }
    }

    @Test
    void aSampleOfWeightTwoCountsAsTwo() {
        Dataset data = samples(6, 2);
        float[] weighted = trained(data.withSampleWeights(1, 2, 1, 1, 3, 1), 6);
        float[] repeated = trained(data.subset(0, 1, 1, 2, 3, 4, 4, 4, 5), 9);
        for (int i = 0; i < weighted.length; i++) {
            assertThat(weighted[i]).isCloseTo(repeated[i], within(1e-6f));
        }
    }

    @Test
    void samplesOfWeightZeroChangeNoBitOfTheOthers() {
        Dataset data = samples(4, 3);
        for (int only = 0; only < 4; only++) {
            float[] weights = new float[4];
            weights[only] = 1;
            assertThat(trained(data.withSampleWeights(weights), 4)).containsExactly(trained(data.subset(only), 1));
        }
    }

    @Test
    void weightsOfClassesAreThoseOfTheirSamples() {
        Dataset data = samples(30, 4);
        float[] weights = new float[30];
        for (int s = 0; s < 30; s++) {
            weights[s] = new float[] {0.5f, 2, 3}[data.label(s)];
        }
        float[] ofSamples = trained(data.withSampleWeights(weights), 8);
        assertThat(trained(data.withClassWeights(0.5f, 2, 3), 8)).containsExactly(ofSamples);
        assertThat(trained(data, 8, trainer -> trainer.classWeights(0.5, 2, 3))).containsExactly(ofSamples);
    }

    @Test
    void accumulatedBatchesCountByTheirWeights() {
        Dataset data = samples(6, 14).withSampleWeights(1, 2, 0.5f, 0, 3, 1).withClassWeights(1, 4, 2);
        float[] whole = trained(data, 6, trainer -> trainer.shuffle(false));
        float[] accumulated = trained(data, 2, trainer -> trainer.shuffle(false).accumulate(3));
        for (int i = 0; i < whole.length; i++) {
            assertThat(accumulated[i]).isCloseTo(whole[i], within(1e-6f));
        }
    }

    @Test
    void aDataSetSaysThatItsSamplesHaveWeights() {
        Dataset data = samples(2, 15);
        assertThat(data).hasToString("2 samples, inputs 4, 3 classes");
        assertThat(data.withSampleWeights(1, 2)).hasToString("2 samples, inputs 4, 3 classes, with weights");
        assertThat(data.withClassWeights(1, 2, 0.5f))
                .hasToString("2 samples, inputs 4, 3 classes, with class weights [1.0, 2.0, 0.5]");
        assertThat(data.withLengths(Lengths.paddedLeft(1, 2)))
                .hasToString("2 samples, inputs 4, 3 classes, of different lengths");
    }

    @Test
    void balancedWeightsAreSamplesByClassesTimesSamplesOfTheClass() {
        Dataset data = Dataset.ofLabels(new float[6][IN], new int[] {0, 0, 0, 0, 2, 0}, CLASSES);
        float[] balanced = trained(data, 6, Trainer::balanced);
        assertThat(trained(data.balanced(), 6)).containsExactly(balanced);
        assertThat(trained(data.withClassWeights(6f / (2 * 5), 0, 6f / (2 * 1)), 6))
                .containsExactly(balanced);
    }

    @Test
    void bothKindsOfWeightsMultiply() {
        Dataset data = samples(5, 5);
        float[] own = {1, 2, 0.5f, 4, 1};
        float[] product = new float[5];
        for (int s = 0; s < 5; s++) {
            product[s] = own[s] * new float[] {2, 4, 8}[data.label(s)];
        }
        assertThat(trained(data.withSampleWeights(own).withClassWeights(2, 4, 8), 2))
                .containsExactly(trained(data.withSampleWeights(product), 2));
    }

    @Test
    void partsAndTransformedSamplesKeepTheirWeights() {
        Dataset data = samples(6, 6).withSampleWeights(1, 2, 3, 4, 5, 6);
        assertThat(data.weight(2)).isEqualTo(3);
        assertThat(data.subset(5, 0, 5).weight(0)).isEqualTo(6);
        assertThat(data.take(2).withSampleWeights(7, 8).weight(1)).isEqualTo(8);
        assertThat(data.subset(3, 3).withSampleWeights(7, 8).weight(0)).isEqualTo(7);
        assertThat(data.shuffle(1).splitAt(3).first().withSampleWeights(1, 0, 0).label(0))
                .isEqualTo(data.shuffle(1).label(0));
        Dataset scaled = StandardScaler.fit(data).apply(data.subset(4, 1));
        assertThat(scaled.weight(0)).isEqualTo(5);
        assertThat(scaled.weight(1)).isEqualTo(2);
    }

    @Test
    void evaluationsCountByWeights() {
        Model model = TwoLayers.classes(IN, 5, CLASSES, 1);
        Dataset data = samples(300, 7);
        float[] weights = new float[300];
        for (int s = 0; s < 300; s++) {
            weights[s] = s % 4;
        }
        int[] repeated = new int[0];
        for (int s = 0; s < 300; s++) {
            int from = repeated.length;
            repeated = Arrays.copyOf(repeated, from + s % 4);
            Arrays.fill(repeated, from, repeated.length, s);
        }
        Evaluation weighted = Evaluation.of(model, data.withSampleWeights(weights));
        Evaluation expected = Evaluation.of(model, data.subset(repeated));
        assertThat(weighted.accuracy()).isEqualTo(expected.accuracy());
        assertThat(weighted.loss()).isCloseTo(expected.loss(), within(1e-6));
        assertThat(weighted.confusion().recall(0))
                .isEqualTo(expected.confusion().recall(0));
        assertThat(weighted.confusion().precision(0))
                .isEqualTo(expected.confusion().precision(0));
        assertThat(weighted.confusion().total()).isEqualTo(300);
        assertThat(weighted.samples()).isEqualTo(300);
        Task regression = Task.regression(model.info());
        Evaluation numbers = Evaluation.of(model, data.withSampleWeights(weights), regression);
        Evaluation expectedNumbers = Evaluation.of(model, data.subset(repeated), regression);
        assertThat(numbers.meanAbsoluteError()).isCloseTo(expectedNumbers.meanAbsoluteError(), within(1e-9));
        assertThat(numbers.r2()).isCloseTo(expectedNumbers.r2(), within(1e-9));
        assertThat(Evaluation.of(model, data.withClassWeights(1, 5, 9)).accuracy())
                .isEqualTo(Evaluation.of(model, data).accuracy());
    }

    @Test
    void theEpochsLossAndAccuracyCountByWeights() {
        Dataset data = samples(10, 8);
        float[] weights = {1, 0, 3, 1, 2, 1, 5, 1, 0, 4};
        Model model = TwoLayers.classes(IN, 5, CLASSES, 1);
        Evaluation before = Evaluation.of(model, data.withSampleWeights(weights));
        EpochResult epoch = Trainer.of(model)
                .batchSize(4)
                .optimizer(Sgd.learningRate(1e-30))
                .fit(data.withSampleWeights(weights))
                .last();
        assertThat(epoch.loss()).isCloseTo(before.loss(), within(1e-6));
        assertThat(epoch.accuracy()).isCloseTo(before.accuracy(), within(1e-12));
        EpochResult ofClasses = Trainer.of(TwoLayers.classes(IN, 5, CLASSES, 1))
                .batchSize(4)
                .optimizer(Sgd.learningRate(1e-30))
                .classWeights(1, 20, 30)
                .validation(data)
                .fit(data)
                .last();
        Evaluation plain = Evaluation.of(model, data);
        assertThat(ofClasses.accuracy()).isCloseTo(plain.accuracy(), within(1e-12));
        assertThat(ofClasses.validationLoss()).isCloseTo(plain.loss(), within(1e-6));
        assertThat(ofClasses.loss())
                .isCloseTo(
                        Evaluation.of(model, data.withClassWeights(1, 20, 30)).loss(), within(1e-6));
    }

    @Test
    void gradientsAreCentralDifferences() {
        Model model = TwoLayers.classes(IN, 5, CLASSES, 1);
        Dataset data = samples(6, 9).withSampleWeights(1, 0, 2, 0.5f, 3, 1);
        for (GradientCheck.Row row : NumericalGradient.check(model, data).rows()) {
            assertThat(row.difference()).as(row.toString()).isLessThan(1e-3f);
        }
    }

    @Test
    void stepsOfWeightedSamplesAllocateNothing() {
        Model model = TwoLayers.classes(IN, 5, CLASSES, 1);
        Dataset data =
                samples(8, 10).withSampleWeights(1, 0, 2, 0.5f, 3, 1, 1, 1).withClassWeights(1, 2, 3);
        int[] order = {0, 1, 2, 3, 4, 5, 6, 7};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Workspace ws = model.workspace(8);
        // Vectors are objects until C2 has compiled the kernels.
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 1_000_000 && least > 0; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            data.gather(order, 0, 8, ws);
            model.forwardTraining(ws, 8);
            model.backward(ws, 8);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void aStepOnPlainArraysForgetsTheWeightsBefore() {
        Dataset data = samples(2, 11);
        float[] results = new float[2];
        for (int i = 0; i < 2; i++) {
            try (TrainingStep step =
                    TrainingStep.of(TwoLayers.classes(IN, 5, CLASSES, 1), Sgd.learningRate(1e-30), 2, 1, 1)) {
                if (i == 1) {
                    data.withSampleWeights(0, 1).gather(new int[] {0, 1}, 0, 2, step.workspace());
                    assertThat(step.workspace().isWeighted()).isTrue();
                }
                results[i] = step.run(data.inputs(), data.targets());
            }
        }
        assertThat(results[1]).isEqualTo(results[0]);
    }

    @Test
    void weightsThatBalanceNeedADataSet() {
        Dataset data = samples(3, 16);
        assertThatThrownBy(() -> Trainer.of(TwoLayers.classes(IN, 5, CLASSES, 1))
                        .balanced()
                        .fit(data.asSource()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("balanced needs a data set: train on Dataset.of(source), or give classWeights");
    }

    @Test
    void wrongWeightsAreRefused() {
        Dataset data = samples(3, 12);
        assertThatThrownBy(() -> data.withSampleWeights(1, 2))
                .hasMessage("2 weights were given for 3 samples: each needs one");
        assertThatThrownBy(() -> data.withSampleWeights(1, -2, 1))
                .hasMessage("number 1 of the weights is -2.0: a weight is 0 or more, and finite");
        assertThatThrownBy(() -> data.withSampleWeights(1, 2, Float.NaN))
                .hasMessage("number 2 of the weights is NaN: a weight is 0 or more, and finite");
        assertThatThrownBy(() -> data.withSampleWeights(0, 0, 0))
                .hasMessage("all weights are 0, so nothing would count: give at least one more");
        assertThatThrownBy(() -> data.withClassWeights(1, 2))
                .hasMessage("2 class weights were given for 3 classes: each needs one");
        Dataset numbers = Dataset.of(new float[3][IN], new float[3][CLASSES]);
        assertThatThrownBy(() -> numbers.withClassWeights(1, 2, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("these samples have targets but no labels: make the data set with Dataset.ofLabels");
        assertThatThrownBy(() -> trained(numbers, 1, Trainer::balanced)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lengthsOfSequencesAreRefusedByNetworksThatReadAllSteps() {
        Dataset data = samples(3, 13).withLengths(Lengths.paddedRight(1, 2, 3));
        assertThatThrownBy(() -> trained(data, 1))
                .hasMessage("the samples have lengths, but Example reads all steps of its samples:"
                        + " declare it with @Network(masked = true)");
        assertThatThrownBy(() -> samples(3, 13).withLengths(Lengths.paddedLeft(1, 2)))
                .hasMessage("2 lengths were given for 3 samples: each needs one");
        assertThatThrownBy(() -> Lengths.paddedLeft(1, 0))
                .hasMessage("the length of sample 1 is 0: a sequence has at least 1 step");
        try (Threads one = Threads.of(1)) {
            Workspace ws =
                    Workspace.forEvaluating(TwoLayers.classes(IN, 5, CLASSES, 1).info(), 3, one);
            assertThat(ws.steps().isMasked()).isFalse();
        }
    }
}
