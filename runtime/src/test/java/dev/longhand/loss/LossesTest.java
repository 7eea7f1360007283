package dev.longhand.loss;

import static dev.longhand.reference.ReferenceCases.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.kernel.function.Activations;
import dev.longhand.kernel.function.Functions;
import dev.longhand.reference.ReferenceCases;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses compared with PyTorch's values, with central differences in double precision and with the notes' figures. */
class LossesTest {

    /** Two samples of three, and their targets. */
    private static final double[] Z = {0.3, -1.2, 2.1, 0.9, -0.4, 1.6};

    private static final float[] T = {0.2f, 0.5f, 0.3f, 0, 1, 0};

    static Stream<ReferenceCases.Case> references() {
        return ReferenceCases.of("losses.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void valuesAndGradientsAreThoseOfPyTorch(ReferenceCases.Case reference) {
        int n = reference.shape("prediction")[0];
        int m = reference.shape("prediction")[1];
        float[] x = reference.floats("prediction");
        float[] t = reference.floats("target");
        float[] gradient = new float[n * m];
        double[] expectedGradient = reference.doubles("gradient");
        float loss = switch (reference.op()) {
            case "mse(mean over all elements)" -> Losses.meanSquaredError(x, t, gradient, n, m);
            case "half_squared_error(sum over outputs, mean over batch)" ->
                Losses.halfSquaredError(x, t, gradient, n, m);
            case "mae(mean)" -> Losses.meanAbsoluteError(x, t, gradient, n, m);
            case "huber(delta=1, mean)" -> Losses.huber(x, t, gradient, n, m, 1);
            case "bce(on probabilities, mean)" -> {
                // Longhand's is a function of z = ln(a/(1 − a)); dE/dz = dE/da·a·(1 − a).
                float[] z = new float[n * m];
                double[] a = reference.doubles("prediction");
                for (int i = 0; i < n * m; i++) {
                    z[i] = (float) Math.log(a[i] / (1 - a[i]));
                    expectedGradient[i] *= a[i] * (1 - a[i]);
                }
                yield Losses.binaryCrossEntropy(z, x, t, gradient, n, m, 1);
            }
            case "bce_with_logits(mean)" -> Losses.binaryCrossEntropy(x, sigmoid(x), t, gradient, n, m, 1);
            case "cross_entropy(on logits, class indices, mean)" ->
                Losses.crossEntropy(x, softmax(x, m), oneHot(t, m), gradient, n, m, 0);
            case "cross_entropy(on logits, class probabilities, mean)" ->
                Losses.crossEntropy(x, softmax(x, m), t, gradient, n, m, 0);
            case "cross_entropy(label_smoothing=0.1, mean)" ->
                Losses.crossEntropy(x, softmax(x, m), oneHot(t, m), gradient, n, m, 0.1f);
            default -> throw new AssertionError(reference.op());
        };
        assertClose(loss, reference.number("loss"));
        assertClose(gradient, expectedGradient);
    }

    @ParameterizedTest
    @EnumSource
    void theGradientOfOneSampleIsTheSlopeOfItsValue(Loss loss) {
        float[] a = {0.3f, 0.6f, 0.1f};
        float[] t = {0.2f, 0.5f, 0.3f};
        float[] da = Losses.gradient(loss, a, t);
        for (int i = 0; i < a.length; i++) {
            float[] above = a.clone();
            float[] below = a.clone();
            above[i] += 0.01f;
            below[i] -= 0.01f;
            double slope = (Losses.value(loss, above, t) - Losses.value(loss, below, t)) / 0.02;
            assertThat((double) da[i]).isCloseTo(slope, within(0.02));
        }
    }

    @Test
    void oneSampleHasTheBitsOfABatchOfOne() {
        float[] z = {0.3f, -1.2f, 2.1f};
        float[] t = {0.2f, 0.5f, 0.3f};
        float[] unused = new float[3];
        float[] a = softmax(z, 3);
        assertThat(Losses.value(Loss.MEAN_SQUARED_ERROR, a, t)).isEqualTo(Losses.meanSquaredError(a, t, unused, 1, 3));
        assertThat(Losses.value(Loss.CROSS_ENTROPY, a, t)).isEqualTo(Losses.crossEntropy(z, a, t, unused, 1, 3, 0));
        assertThat(Losses.value(Loss.LOG_LIKELIHOOD, a, t)).isEqualTo(Losses.logLikelihood(z, a, t, unused, 1, 3));
        assertThat(Losses.value(Loss.BINARY_CROSS_ENTROPY, sigmoid(z), t))
                .isCloseTo(Losses.binaryCrossEntropy(z, sigmoid(z), t, unused, 1, 3, 1), within(1e-6f));
    }

    @Test
    void theDocumentedExamplesHold() {
        float[] p = Activations.values(Activation.SOFTMAX, 1, 2, 3);
        assertThat(Losses.value(Loss.CROSS_ENTROPY, p, new float[] {0, 0, 1})).isEqualTo(0.40760598f);
        float[] a = {0.75f, 0.25f};
        float[] t = {1, 0};
        assertThat(Losses.value(Loss.MEAN_SQUARED_ERROR, a, t)).isEqualTo(0.0625f);
        assertThat(Losses.gradient(Loss.MEAN_SQUARED_ERROR, a, t)).containsExactly(-0.25f, 0.25f);
    }

    @Test
    void aRightOutputHasNoLossAndACertainWrongOneAnInfiniteLoss() {
        float[] right = {1, 0};
        for (Loss loss : Loss.values()) {
            assertThat(Losses.value(loss, right, right)).isZero();
        }
        assertThat(Losses.value(Loss.CROSS_ENTROPY, new float[] {0, 1}, right)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Losses.value(Loss.HUBER, new float[2], new float[3]))
                .hasMessage("the output has 2 numbers and the target 3: both must have the same number, at least 1");
    }

    @Test
    void gradientsOfErrorsAreTheSlopesOfTheirFormulas() {
        float[] a = floats(Z);
        float[] da = new float[6];
        Losses.halfSquaredError(a, T, da, 2, 3);
        assertSlopes(da, z -> sum(z, (zi, t) -> 0.5 * (zi - t) * (zi - t)) / 2);
        Losses.meanSquaredError(a, T, da, 2, 3);
        assertSlopes(da, z -> sum(z, (zi, t) -> (zi - t) * (zi - t)) / 6);
        Losses.meanAbsoluteError(a, T, da, 2, 3);
        assertSlopes(da, z -> sum(z, (zi, t) -> Math.abs(zi - t)) / 6);
        Losses.huber(a, T, da, 2, 3, 0.7f);
        assertSlopes(da, z -> sum(z, (zi, t) -> huber(zi - t, 0.7f)) / 6);
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 2.5f})
    void gradientOfBinaryCrossEntropyIsTheSlopeOfItsFormula(float slope) {
        float[] sums = floats(Z);
        for (int i = 0; i < 6; i++) {
            sums[i] *= slope;
        }
        float[] dz = new float[6];
        float loss = Losses.binaryCrossEntropy(floats(Z), sigmoid(sums), T, dz, 2, 3, slope);
        ToDoubleFunction<double[]> formula = z -> -sum(z, (zi, t) -> {
                    double a = 1 / (1 + Math.exp(-slope * zi));
                    return t * Math.log(a) + (1 - t) * Math.log(1 - a);
                })
                / 6;
        assertClose(loss, formula.applyAsDouble(Z));
        assertSlopes(dz, formula);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.1f})
    void gradientsOfCrossEntropyAreTheSlopesOfItsFormula(float smoothing) {
        float[] a = softmax(floats(Z), 3);
        float[] dz = new float[6];
        assertClose(Losses.crossEntropy(floats(Z), a, T, dz, 2, 3, smoothing), crossEntropy(Z, smoothing));
        assertSlopes(dz, z -> crossEntropy(z, smoothing));

        float[] logarithms = new float[6];
        for (int i = 0; i < 6; i++) {
            logarithms[i] = (float) Math.log(a[i]);
        }
        assertClose(Losses.crossEntropyOfLogarithms(logarithms, T, dz, 2, 3, smoothing), crossEntropy(Z, smoothing));
        assertSlopes(dz, z -> crossEntropy(z, smoothing));
    }

    @Test
    void targetsNeedNotSumTo1() {
        float[] t = {0.5f, 0, 0.2f};
        float[] z = {0.1f, 0.7f, -0.3f};
        float[] a = softmax(z, 3);
        float[] dz = new float[3];
        Losses.crossEntropy(z, a, t, dz, 1, 3, 0);
        assertClose(dz, new double[] {0.7 * a[0] - 0.5, 0.7 * a[1], 0.7 * a[2] - 0.2});
    }

    @Test
    void logLikelihoodIsCrossEntropyInBits() {
        float[] dz = new float[6];
        float bits = Losses.logLikelihood(floats(Z), softmax(floats(Z), 3), T, dz, 2, 3);
        assertClose(bits, crossEntropy(Z, 0) / Math.log(2));
        assertSlopes(dz, z -> crossEntropy(z, 0) / Math.log(2));
    }

    @ParameterizedTest
    @CsvSource({"0.98, 0.0291", "0.0001, 13.2877"})
    void logLikelihoodOfAProbabilityIsAsInTheNotes(double probability, double bits) {
        float[] z = {(float) Math.log(probability), (float) Math.log(1 - probability)};
        float loss = Losses.logLikelihood(z, softmax(z, 2), new float[] {1, 0}, new float[2], 1, 2);
        assertThat((double) loss).isCloseTo(bits, within(5e-5));
    }

    @Test
    void crossEntropyOfSixTenthsIsAsInTheNotes() {
        float[] z = {(float) Math.log(0.6), (float) Math.log(0.4)};
        float loss = Losses.crossEntropy(z, softmax(z, 2), new float[] {1, 0}, new float[2], 1, 2, 0);
        assertThat((double) loss).isCloseTo(0.51, within(0.005));
    }

    /** The notes' example: outputs 0.7503 and 0.9971 where the target is 0. */
    @Test
    void squaredErrorPunishesTheWorseOfTwoSaturatedSigmoidsLess() {
        float[] a = {0.7503f, 0.9971f};
        float[] loss = new float[2];
        float[] dz = new float[2];
        float[] dzOfCrossEntropy = new float[2];
        for (int i = 0; i < 2; i++) {
            float[] output = {a[i]};
            float[] gradient = new float[1];
            loss[i] = Losses.halfSquaredError(output, new float[1], gradient, 1, 1);
            dz[i] = gradient[0] * a[i] * (1 - a[i]);
            float[] z = {(float) Math.log(a[i] / (1 - a[i]))};
            Losses.binaryCrossEntropy(z, output, new float[1], gradient, 1, 1, 1);
            dzOfCrossEntropy[i] = gradient[0];
        }
        assertThat((double) loss[0]).isCloseTo(0.281475045, within(1e-7));
        assertThat((double) loss[1]).isCloseTo(0.497104205, within(1e-7));
        assertThat(dz[1]).isLessThan(dz[0] / 10);
        assertThat(dzOfCrossEntropy[1]).isGreaterThan(dzOfCrossEntropy[0]);
    }

    @Test
    void binaryCrossEntropyOfASureAnswerKeepsItsDigits() {
        float[] z = {10};
        float loss = Losses.binaryCrossEntropy(z, sigmoid(z), new float[] {1}, new float[1], 1, 1, 1);
        assertThat((double) loss).isCloseTo(Math.log1p(Math.exp(-10)), within(1e-10));
    }

    @Test
    void probability0WithTarget0AddsNoLoss() {
        float[] t = {1, 0};
        float[] z = {2, Float.NEGATIVE_INFINITY};
        assertThat(Losses.crossEntropy(z, new float[] {1, 0}, t, new float[2], 1, 2, 0))
                .isZero();
        float[] logarithms = {0, Float.NEGATIVE_INFINITY};
        assertThat(Losses.crossEntropyOfLogarithms(logarithms, t, new float[2], 1, 2, 0))
                .isZero();
    }

    @Test
    void elementsBeyondTheBatchAreNotUsed() {
        float[] a = {1, 2, 3, 4, Float.NaN};
        float[] t = {4, 3, 2, 1, Float.NaN};
        float[] da = {0, 0, 0, 0, 7};
        assertThat(Losses.meanSquaredError(a, t, da, 2, 2)).isEqualTo(5);
        assertThat(da).containsExactly(-1.5f, -0.5f, 0.5f, 1.5f, 7);
    }

    private interface Term {
        double of(double z, double t);
    }

    private static double sum(double[] z, Term term) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += term.of(z[i], T[i]);
        }
        return sum;
    }

    private static double huber(double d, double delta) {
        return Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta);
    }

    /** −½ Σ t′ ln softmax(z) over the two samples, in double precision. */
    private static double crossEntropy(double[] z, double smoothing) {
        double loss = 0;
        for (int from = 0; from < 6; from += 3) {
            double logarithm = Math.log(Math.exp(z[from]) + Math.exp(z[from + 1]) + Math.exp(z[from + 2]));
            for (int j = from; j < from + 3; j++) {
                loss -= ((1 - smoothing) * T[j] + smoothing / 3) * (z[j] - logarithm);
            }
        }
        return loss / 2;
    }

    private static void assertSlopes(float[] gradient, ToDoubleFunction<double[]> loss) {
        for (int i = 0; i < Z.length; i++) {
            double h = 1e-5;
            double[] up = Z.clone();
            double[] down = Z.clone();
            up[i] += h;
            down[i] -= h;
            double slope = (loss.applyAsDouble(up) - loss.applyAsDouble(down)) / (2 * h);
            assertThat((double) gradient[i]).as("element %d", i).isCloseTo(slope, within(1e-6));
        }
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }

    private static float[] oneHot(float[] classes, int m) {
        float[] t = new float[classes.length * m];
        for (int s = 0; s < classes.length; s++) {
            t[s * m + (int) classes[s]] = 1;
        }
        return t;
    }

    private static float[] sigmoid(float[] z) {
        float[] a = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            a[i] = Functions.sigmoid(z[i]);
        }
        return a;
    }

    private static float[] softmax(float[] z, int m) {
        float[] a = new float[z.length];
        for (int from = 0; from < z.length; from += m) {
            double max = Double.NEGATIVE_INFINITY;
            for (int j = from; j < from + m; j++) {
                max = Math.max(max, z[j]);
            }
            double sum = 0;
            for (int j = from; j < from + m; j++) {
                sum += Math.exp(z[j] - max);
            }
            for (int j = from; j < from + m; j++) {
                a[j] = (float) (Math.exp(z[j] - max) / sum);
            }
        }
        return a;
    }
}
