package dev.longhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.testing.Echo;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassProbabilitiesTest {

    /** Three samples of three classes. */
    private static final ClassProbabilities THREE = ClassProbabilities.of(
            new float[] {
                0.5f, 0.25f, 0.25f,
                0.125f, 0.375f, 0.5f,
                0.25f, 0.25f, 0.5f
            },
            new int[] {0, 1, 1},
            3);

    /** Two classes, of which class 1 has these probabilities. */
    private static ClassProbabilities binary(float[] p, int... labels) {
        float[] both = new float[2 * p.length];
        for (int i = 0; i < p.length; i++) {
            both[2 * i] = 1 - p[i];
            both[2 * i + 1] = p[i];
        }
        return ClassProbabilities.of(both, labels, 2);
    }

    @Test
    void topAccuracyCountsLargerOnesAndEqualOnesBefore() {
        assertThat(THREE.topAccuracy(1)).isCloseTo(1 / 3.0, within(1e-15));
        // Class 1 of sample 2 comes after class 2, which is larger, and class 0, which is equal and before.
        assertThat(THREE.topAccuracy(2)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(THREE.topAccuracy(3)).isEqualTo(1);
        assertThatThrownBy(() -> THREE.topAccuracy(4)).hasMessage("the top 4 of 3 classes don't exist: use 1 to 3");
    }

    @Test
    void logLossAndBrierScoreByHand() {
        assertThat(THREE.logLoss()).isCloseTo(-(Math.log(0.5) + Math.log(0.375) + Math.log(0.25)) / 3, within(1e-12));
        double first = 0.25 + 0.0625 + 0.0625;
        double second = 0.015625 + 0.390625 + 0.25;
        double third = 0.0625 + 0.5625 + 0.25;
        assertThat(THREE.brierScore()).isCloseTo((first + second + third) / 3, within(1e-12));
        assertThat(binary(new float[] {0, 1}, 1, 1).logLoss()).isInfinite();
    }

    @Test
    void areasByHand() {
        // Pairs: 0.35 > 0.1, 0.35 < 0.4, 0.8 > both: 3 of 4.
        ClassProbabilities four = binary(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, 0, 0, 1, 1);
        assertThat(four.rocAuc()).isEqualTo(0.75);
        // From the highest: recall ½ at precision 1, then recall 1 at precision ⅔.
        assertThat(four.prAuc()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(four.rocAuc(0)).isEqualTo(0.75);
        // A tie of one sample of each class counts ½; its precision is that of both.
        ClassProbabilities tied = binary(new float[] {0.5f, 0.5f, 0.25f}, 0, 1, 0);
        assertThat(tied.rocAuc()).isEqualTo(0.75);
        assertThat(tied.prAuc()).isEqualTo(0.5);
    }

    @Test
    void areasOfRandomScoresAreThoseOfAllPairs() {
        SplittableRandom random = new SplittableRandom(3);
        float[] p = new float[200];
        int[] labels = new int[p.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = random.nextInt(21) / 20f;
            labels[i] = random.nextInt(2);
        }
        double higher = 0;
        double pairs = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    higher += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertThat(binary(p, labels).rocAuc()).isCloseTo(higher / pairs, within(1e-12));
    }

    @Test
    void classesWithoutSamplesAreLeftOutOfMeans() {
        ClassProbabilities two = ClassProbabilities.of(
                new float[] {0.7f, 0.2f, 0.1f, 0.4f, 0.5f, 0.1f, 0.6f, 0.3f, 0.1f}, new int[] {0, 1, 1}, 3);
        assertThat(two.rocAuc(2)).isNaN();
        assertThat(two.prAuc(2)).isNaN();
        assertThat(two.rocAuc()).isEqualTo((two.rocAuc(0) + two.rocAuc(1)) / 2);
        assertThat(two.prAuc()).isEqualTo((two.prAuc(0) + two.prAuc(1)) / 2);
    }

    @Test
    void calibrationGroupsByConfidence() {
        ClassProbabilities five = binary(new float[] {0.9f, 0.8f, 0.75f, 0.6f, 0.5f}, 1, 0, 1, 1, 0);
        Calibration calibration = five.calibration(4);
        // (0.25, 0.5]: 0.5, right, as class 0 is the first of equal ones; (0.5, 0.75]: 0.75 and 0.6, both right.
        assertThat(calibration.bins()).hasSize(3);
        assertThat(calibration.bins().get(0)).isEqualTo(new Calibration.Bin(0.25, 0.5, 1, 1, 0.5, 1));
        assertThat(calibration.bins().get(1).count()).isEqualTo(2);
        assertThat(calibration.bins().get(1).confidence()).isCloseTo(0.675, within(1e-7));
        assertThat(calibration.bins().get(2).accuracy()).isEqualTo(0.5);
        assertThat(calibration.expectedError()).isCloseTo((0.5 + 2 * 0.325 + 2 * 0.35) / 5, within(1e-7));
        assertThat(calibration.toString()).contains("0.75 – 1.00            2           0.8500    0.5000");
    }

    @Test
    void outputsThatAreNoProbabilitiesHaveAreasOnly() {
        ClassProbabilities raw = ClassProbabilities.of(new float[] {2, -1, 0, 3}, new int[] {0, 1}, 2);
        assertThat(raw.rocAuc()).isEqualTo(1);
        assertThatThrownBy(raw::logLoss)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the outputs of sample 0 are no probabilities: they must be from 0 to 1 and sum to 1, not to"
                                + " 1.00000; end the network with SOFTMAX, or with one SIGMOID");
        assertThatThrownBy(() -> ClassProbabilities.of(new float[] {0.5f, Float.NaN}, new int[] {0}, 2))
                .hasMessage("the probability of class 1 of sample 0 is NaN: look for NaN and for very large numbers in"
                        + " this sample and in the parameters");
        assertThatThrownBy(() -> ClassProbabilities.of(new float[] {0.5f, 0.5f}, new int[] {2}, 2))
                .hasMessage("class 2 of sample 0 is not one of 0 to 1");
        assertThatThrownBy(() -> ClassProbabilities.of(new float[3], new int[] {0}, 2))
                .hasMessageContaining("1 samples of 2 classes have 2 probabilities, but 3 were given");
    }

    @Test
    void ofAModelAgreesWithItsEvaluation() {
        Model model = TwoLayers.classes(4, 6, 3, 1);
        Dataset data = Samples.clouds(700, 4, 3, 1);
        ClassProbabilities probabilities = ClassProbabilities.of(model, data);
        Evaluation evaluation = Evaluation.of(model, data);
        assertThat(probabilities.topAccuracy(1)).isEqualTo(evaluation.accuracy());
        assertThat(probabilities.logLoss()).isCloseTo(evaluation.loss(), within(1e-6));
        assertThat(probabilities.samples()).isEqualTo(700);
    }

    @Test
    void oneOutputGivesBothClasses() {
        Model model = TwoLayers.binary(2, 3, 1);
        ClassProbabilities probabilities = ClassProbabilities.of(model, Samples.xor());
        assertThat(probabilities.classes()).isEqualTo(2);
        assertThat(probabilities.topAccuracy(1))
                .isEqualTo(Evaluation.of(model, Samples.xor()).accuracy());
        assertThat(probabilities.brierScore()).isBetween(0.0, 2.0);
    }

    @Test
    void stepsThatNameNoClassAreLeftOut() {
        float[][] x = {{0.9f, 0.1f, 0.2f, 0.8f}};
        float[][] t = {{1, 0, 0, 0}};
        ClassProbabilities steps = ClassProbabilities.of(Echo.classes(2, 2), Dataset.of(x, t));
        assertThat(steps.samples()).isEqualTo(1);
        assertThat(steps.topAccuracy(1)).isEqualTo(1);
    }

    @Test
    void aSampleOfWeightThreeCountsAsThree() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 60;
        float[] p = new float[3 * n];
        int[] labels = new int[n];
        float[] weights = new float[n];
        int copies = 0;
        for (int i = 0; i < n; i++) {
            p[3 * i] = random.nextInt(5) / 8f;
            p[3 * i + 1] = 0.375f * random.nextInt(2);
            p[3 * i + 2] = 1 - p[3 * i] - p[3 * i + 1];
            labels[i] = random.nextInt(3);
            weights[i] = random.nextInt(4);
            copies += (int) weights[i];
        }
        float[] copied = new float[3 * copies];
        int[] copiedLabels = new int[copies];
        for (int i = 0, at = 0; i < n; i++) {
            for (int c = 0; c < weights[i]; c++, at++) {
                System.arraycopy(p, 3 * i, copied, 3 * at, 3);
                copiedLabels[at] = labels[i];
            }
        }
        ClassProbabilities weighted = ClassProbabilities.of(p, labels, weights, 3);
        ClassProbabilities expected = ClassProbabilities.of(copied, copiedLabels, 3);
        for (int k = 1; k <= 3; k++) {
            assertThat(weighted.topAccuracy(k)).isCloseTo(expected.topAccuracy(k), within(1e-12));
        }
        assertThat(weighted.logLoss()).isCloseTo(expected.logLoss(), within(1e-12));
        assertThat(weighted.brierScore()).isCloseTo(expected.brierScore(), within(1e-12));
        assertThat(weighted.rocAuc()).isCloseTo(expected.rocAuc(), within(1e-12));
        assertThat(weighted.prAuc()).isCloseTo(expected.prAuc(), within(1e-12));
        assertThat(weighted.calibration(10).expectedError())
                .isCloseTo(expected.calibration(10).expectedError(), within(1e-12));
        assertThat(weighted.calibration(10).bins().get(0).weight())
                .isEqualTo(expected.calibration(10).bins().get(0).count());
    }

    @Test
    void wrongWeightsAreRefused() {
        float[] p = {0.5f, 0.5f, 1, 0};
        int[] labels = {0, 1};
        assertThatThrownBy(() -> ClassProbabilities.of(p, labels, new float[1], 2))
                .hasMessage("1 weights were given for 2 samples: each needs one");
        assertThatThrownBy(() -> ClassProbabilities.of(p, labels, new float[] {1, -1}, 2))
                .hasMessage("weight -1.0 of sample 1 must be finite and at least 0");
        assertThatThrownBy(() -> ClassProbabilities.of(p, labels, new float[2], 2))
                .hasMessage("all weights are 0: at least one sample must count");
    }

    @Test
    void probabilitiesOfADatasetCountByItsWeights() {
        Dataset data = Dataset.of(
                new float[][] {{0.75f, 0.25f}, {0.25f, 0.75f}, {0.5f, 0.5f}, {1, 0}},
                new float[][] {{1, 0}, {1, 0}, {0, 0}, {0, 1}});
        Model model = Echo.classes(1, 2);
        ClassProbabilities weighted = ClassProbabilities.of(model, data.withSampleWeights(3, 1, 5, 0));
        assertThat(weighted.samples()).isEqualTo(2);
        assertThat(weighted.topAccuracy(1)).isEqualTo(0.75);
        assertThatThrownBy(() -> ClassProbabilities.of(model, data.withSampleWeights(0, 0, 1, 0)))
                .hasMessage("all samples of the data set whose target names a class have the weight 0");
    }

    @Test
    void metricsOfOnesOwnCountByWeights() {
        Model model = Echo.numbers(2);
        Dataset data = Dataset.of(new float[][] {{1, 2}, {3, 5}, {9, 9}}, new float[][] {{1, 4}, {0, 5}, {0, 0}});
        Metric largest = Metric.mean("largest error", (a, t) -> Math.max(Math.abs(a[0] - t[0]), Math.abs(a[1] - t[1])));
        assertThat(largest.of(model, data.withSampleWeights(3, 1, 0))).isEqualTo(2.25);
    }

    @Test
    void metricsOfOnesOwnAreMeansOrWhatever() {
        Model model = Echo.numbers(2);
        Dataset data = Dataset.of(new float[][] {{1, 2}, {3, 5}}, new float[][] {{1, 4}, {0, 5}});
        Metric largest = Metric.mean("largest error", (a, t) -> Math.max(Math.abs(a[0] - t[0]), Math.abs(a[1] - t[1])));
        assertThat(largest.of(model, data)).isEqualTo(2.5);
        assertThat(largest.name()).isEqualTo("largest error");
        assertThat(Evaluation.of(model, data).rootMeanSquaredError()).isCloseTo(Math.sqrt(13 / 4.0), within(1e-12));
    }
}
