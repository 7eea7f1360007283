package dev.longhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Losses of rows with weights, beside those without, beside values worked by hand, and beside PyTorch's definition. */
class WeightedLossTest {

    private static final int M = 3;

    /** A loss of rows, with and without weights: z, a, t and the gradient. */
    private record Pair(Plain plain, Weighted weighted) {}

    private interface Plain {
        float of(float[] z, float[] a, float[] t, float[] dz, int n);
    }

    private interface Weighted {
        float of(WeightedLoss loss, float[] z, float[] a, float[] t, float[] dz, int n);
    }

    private static final Map<String, Pair> LOSSES = losses();

    private static Map<String, Pair> losses() {
        Map<String, Pair> losses = new LinkedHashMap<>();
        losses.put(
                "half squared error",
                new Pair(
                        (z, a, t, dz, n) -> Losses.halfSquaredError(a, t, dz, n, M),
                        (w, z, a, t, dz, n) -> w.halfSquaredError(a, t, dz, n, M)));
        losses.put(
                "mean squared error",
                new Pair(
                        (z, a, t, dz, n) -> Losses.meanSquaredError(a, t, dz, n, M),
                        (w, z, a, t, dz, n) -> w.meanSquaredError(a, t, dz, n, M)));
        losses.put(
                "mean absolute error",
                new Pair(
                        (z, a, t, dz, n) -> Losses.meanAbsoluteError(a, t, dz, n, M),
                        (w, z, a, t, dz, n) -> w.meanAbsoluteError(a, t, dz, n, M)));
        losses.put(
                "Huber",
                new Pair(
                        (z, a, t, dz, n) -> Losses.huber(a, t, dz, n, M, 0.3f),
                        (w, z, a, t, dz, n) -> w.huber(a, t, dz, n, M, 0.3f)));
        losses.put(
                "binary cross-entropy",
                new Pair(
                        (z, a, t, dz, n) -> Losses.binaryCrossEntropy(z, a, t, dz, n, M, 2.5f),
                        (w, z, a, t, dz, n) -> w.binaryCrossEntropy(z, a, t, dz, n, M, 2.5f)));
        losses.put(
                "cross-entropy",
                new Pair(
                        (z, a, t, dz, n) -> Losses.crossEntropy(z, a, t, dz, n, M, 0.1f),
                        (w, z, a, t, dz, n) -> w.crossEntropy(z, a, t, dz, n, M, 0.1f)));
        losses.put(
                "cross-entropy of logarithms",
                new Pair(
                        (z, a, t, dz, n) -> Losses.crossEntropyOfLogarithms(z, t, dz, n, M, 0.1f),
                        (w, z, a, t, dz, n) -> w.crossEntropyOfLogarithms(z, t, dz, n, M, 0.1f)));
        losses.put(
                "log-likelihood",
                new Pair(
                        (z, a, t, dz, n) -> Losses.logLikelihood(z, a, t, dz, n, M),
                        (w, z, a, t, dz, n) -> w.logLikelihood(z, a, t, dz, n, M)));
        return losses;
    }

    private static WeightedLoss weights(float... weights) {
        WeightedLoss loss = new WeightedLoss();
        loss.begin(weights.length, 1);
        for (int row = 0; row < weights.length; row++) {
            loss.addSample(weights[row]);
            loss.setRow(row, weights[row]);
        }
        return loss;
    }

    private static float[] uniform(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 0.02f + 0.96f * random.nextFloat();
        }
        return numbers;
    }

    @Test
    void equalWeightsGiveTheBitsOfNone() {
        LOSSES.forEach((name, pair) -> {
            for (int n : new int[] {1, 2, 7, 100}) {
                Random random = new Random(n);
                float[] z = uniform(random, n * M);
                float[] a = uniform(random, n * M);
                float[] t = uniform(random, n * M);
                float[] plain = new float[n * M];
                float expected = pair.plain().of(z, a, t, plain, n);
                for (float weight : new float[] {1, 2, 0.25f}) {
                    float[] all = new float[n];
                    Arrays.fill(all, weight);
                    float[] weighted = new float[n * M];
                    assertThat(pair.weighted().of(weights(all), z, a, t, weighted, n))
                            .as(name)
                            .isEqualTo(expected);
                    assertThat(weighted).as(name).containsExactly(plain);
                }
            }
        });
    }

    @Test
    void rowsOfWeightZeroAreAsGoodAsNotThereEvenIfTheyAreNaN() {
        LOSSES.forEach((name, pair) -> {
            Random random = new Random(5);
            float[] z = uniform(random, 2 * M);
            float[] a = uniform(random, 2 * M);
            float[] t = uniform(random, 2 * M);
            z[0] = a[1] = t[2] = Float.NaN;
            float[] alone = new float[M];
            float expected = pair.plain().of(second(z), second(a), second(t), alone, 1);
            float[] dz = {9, 9, 9, 9, 9, 9};
            assertThat(pair.weighted().of(weights(0, 3), z, a, t, dz, 2))
                    .as(name)
                    .isCloseTo(expected, within(1e-6f));
            assertThat(dz).as(name).startsWith(0, 0, 0);
            float[] one = new float[2 * M];
            assertThat(pair.weighted().of(weights(0, 1), z, a, t, one, 2))
                    .as(name)
                    .isEqualTo(expected);
            assertThat(second(one)).as(name).containsExactly(alone);
            assertThat(pair.weighted().of(weights(0, 0), z, a, t, one, 2))
                    .as(name)
                    .isZero();
            assertThat(one).as(name).containsOnly(0);
        });
    }

    private static float[] second(float[] rows) {
        return Arrays.copyOfRange(rows, M, 2 * M);
    }

    @Test
    void gradientsAreCentralDifferencesOfE() {
        for (String name : new String[] {"half squared error", "mean squared error", "Huber", "mean absolute error"}) {
            Pair pair = LOSSES.get(name);
            Random random = new Random(7);
            float[] a = uniform(random, 4 * M);
            float[] t = uniform(random, 4 * M);
            float[] weights = {0.5f, 3, 0, 1.25f};
            float[] da = new float[4 * M];
            pair.weighted().of(weights(weights), a, a, t, da, 4);
            for (int i = 0; i < a.length; i++) {
                float[] above = a.clone();
                float[] below = a.clone();
                above[i] += 1e-3f;
                below[i] -= 1e-3f;
                double slope = ((double) pair.weighted().of(weights(weights), above, above, t, new float[4 * M], 4)
                                - pair.weighted().of(weights(weights), below, below, t, new float[4 * M], 4))
                        / ((double) above[i] - below[i]);
                assertThat((double) da[i]).as(name + " " + i).isCloseTo(slope, within(2e-3));
            }
        }
    }

    /** (1·(½)² + 3·1²)/(1 + 3) = 0.8125; da = 2·w·d/(1 + 3). */
    @Test
    void meanSquaredErrorWorkedByHand() {
        float[] da = new float[2];
        WeightedLoss loss = weights(1, 3);
        assertThat(loss.meanSquaredError(new float[] {0.5f, 2}, new float[] {0, 1}, da, 2, 1))
                .isEqualTo(0.8125f);
        assertThat(da).containsExactly(0.25f, 1.5f);
    }

    /**
     * PyTorch's documentation of CrossEntropyLoss: with weights of classes and the reduction "mean", the loss is Σ w[y]·l
     * / Σ w[y], l = −ln softmax(z)[y].
     */
    @Test
    void crossEntropyIsThatOfPyTorchWithWeightsOfClasses() {
        double[][] z = {{1, 2, 0.5}, {0.25, -1, 3}, {-0.5, 0.75, 1}};
        int[] y = {1, 0, 2};
        double[] classWeights = {5, 0.5, 2};
        double sum = 0;
        double weights = 0;
        float[] logits = new float[9];
        float[] a = new float[9];
        float[] t = new float[9];
        for (int s = 0; s < 3; s++) {
            double total = Math.exp(z[s][0]) + Math.exp(z[s][1]) + Math.exp(z[s][2]);
            for (int c = 0; c < 3; c++) {
                logits[3 * s + c] = (float) z[s][c];
                a[3 * s + c] = (float) (Math.exp(z[s][c]) / total);
            }
            t[3 * s + y[s]] = 1;
            sum -= classWeights[y[s]] * Math.log(Math.exp(z[s][y[s]]) / total);
            weights += classWeights[y[s]];
        }
        float[] dz = new float[9];
        float e = weights(0.5f, 5, 2).crossEntropy(logits, a, t, dz, 3, 3, 0);
        assertThat((double) e).isCloseTo(sum / weights, within(1e-6));
        assertThat((double) dz[3]).isCloseTo(5 * (a[3] - 1) / 7.5, within(1e-6));
    }

    /** A half squared error of sequences is a sum over steps and a mean over samples: (½·1 + ½·4 + 2·½·9)/(1 + 2). */
    @Test
    void halfSquaredErrorIsAMeanOverSamplesNotOverTheirSteps() {
        WeightedLoss loss = new WeightedLoss();
        loss.begin(2, 2);
        loss.addSample(1);
        loss.setRow(0, 1);
        loss.setRow(1, 1);
        loss.addSample(2);
        loss.setRow(2, 2);
        loss.setRow(3, 0);
        float[] da = new float[4];
        assertThat(loss.halfSquaredError(new float[] {1, 2, 3, 4}, new float[4], da, 4, 1))
                .isEqualTo(11.5f / 3);
        assertThat(da).containsExactly(1f / 3, 2f / 3, 2, 0);
    }
}
