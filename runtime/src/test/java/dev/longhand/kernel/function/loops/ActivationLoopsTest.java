package dev.longhand.kernel.function.loops;

import static dev.longhand.reference.ReferenceCases.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.team.Team;
import dev.longhand.reference.ReferenceCases;
import dev.longhand.testing.Sweep;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations and their derivatives: compared with PyTorch's values, difference quotients and known values. */
class ActivationLoopsTest {

    private static final Pattern OP = Pattern.compile("(\\w+?)(?:\\((?:slope=)?([\\d.]+|erf)\\))?");

    private final FunctionKernels kernels = new ParallelFunctions(new Team(1));

    static Stream<ReferenceCases.Case> references() {
        return ReferenceCases.of("activations.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void valuesAndDerivativesAreThoseOfPyTorch(ReferenceCases.Case reference) {
        Matcher op = OP.matcher(reference.op());
        assertThat(op.matches()).isTrue();
        Activation f = Activation.valueOf(op.group(1).toUpperCase(Locale.ROOT));
        float slope = op.group(2) == null || op.group(2).equals("erf") ? 1 : Float.parseFloat(op.group(2));
        int n = reference.shape("input")[0];
        int units = reference.shape("input")[1];

        float[] z = reference.floats("input");
        float[] a = new float[z.length];
        kernels.activate(f, slope, z, a, n, units);
        assertClose(a, reference.doubles("output"));

        float[] dz = new float[z.length];
        kernels.activationGradient(f, slope, keepsSums(f) ? z : a, reference.floats("output_gradient"), dz, n, units);
        assertClose(dz, reference.doubles("input_gradient"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"STEP", "SIGN", "SOFTMAX", "LOG_SOFTMAX"})
    void derivativesAreTheSlopesOfTheFunctions(Activation f) {
        for (double slope : f.hasSlope() ? new double[] {1, 0.3, 2} : new double[] {1}) {
            DoubleUnaryOperator function = z -> value(f, slope, z);
            for (double z = -5.05; z < 5; z += 0.1) {
                double h = 1e-5;
                double expected = (function.applyAsDouble(z + h) - function.applyAsDouble(z - h)) / (2 * h);
                float kept = (float) (keepsSums(f) ? z : function.applyAsDouble(z));
                assertThat((double) derivative(f, (float) slope, kept)).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "LOG_SOFTMAX"})
    void derivativesOfSoftmaxAreTheSlopesOfItsUnits(Activation f) {
        double[] z = {0.3, -1.2, 2.1, 0.9};
        float[] da = {0.7f, -0.4f, 0.2f, 1.1f};
        float[] kept = new float[4];
        for (int j = 0; j < 4; j++) {
            kept[j] = (float) softmax(f, z)[j];
        }
        float[] dz = new float[4];
        kernels.activationGradient(f, 1, kept, da, dz, 1, 4);
        for (int j = 0; j < 4; j++) {
            double h = 1e-5;
            double[] up = z.clone();
            double[] down = z.clone();
            up[j] += h;
            down[j] -= h;
            double expected = 0;
            for (int k = 0; k < 4; k++) {
                expected += da[k] * (softmax(f, up)[k] - softmax(f, down)[k]) / (2 * h);
            }
            assertThat((double) dz[j]).isCloseTo(expected, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, 1, 0",
        "LEAKY_RELU, 0.01, 0.01",
        "LEAKY_RELU, 0.1, 0.1",
        "ELU, 1, 1",
        "ELU, 0.5, 0.5",
        "STEP, 1, 1",
        "SIGN, 1, 1",
        "HARD_SIGMOID, 1, 0"
    })
    void derivativesAtKinksAreAsDocumented(Activation f, float slope, float expected) {
        assertThat(derivative(f, slope, 0)).isEqualTo(expected);
    }

    @Test
    void derivativeOfRectifiersIsExactly1AboveZero() {
        for (float slope : new float[] {0, 0.01f, 0.1f, 0.3f, 1, 1.7f, 3}) {
            for (float a : new float[] {Float.MIN_VALUE, 1e-30f, 0.5f, 1, 1e30f}) {
                assertThat(derivative(Activation.LEAKY_RELU, slope, a)).isEqualTo(1);
                assertThat(derivative(Activation.ELU, slope, a)).isEqualTo(1);
                assertThat(derivative(Activation.RELU, slope, a)).isEqualTo(1);
            }
        }
    }

    @Test
    void perceptronsFireAboveZeroOnly() {
        float[] z = {-1, -0f, 0, Float.MIN_VALUE, 2};
        float[] a = new float[5];
        kernels.activate(Activation.STEP, 1, z, a, 1, 5);
        assertThat(a).containsExactly(0, 0, 0, 1, 1);
        kernels.activate(Activation.SIGN, 1, z, a, 1, 5);
        assertThat(a).containsExactly(-1, -1, -1, 1, 1);
    }

    @Test
    void derivativeOfSigmoidIsAtMostOneQuarter() {
        for (float z : Sweep.of(-20, 20)) {
            assertThat(derivative(Activation.SIGMOID, 1, Functions.sigmoid(z)) <= 0.25f)
                    .isTrue();
        }
        assertThat(derivative(Activation.SIGMOID, 1, Functions.sigmoid(0))).isEqualTo(0.25f);
    }

    @Test
    void softmaxOfHugeNumbersSumsTo1() {
        float[] a = new float[3];
        kernels.activate(Activation.SOFTMAX, 1, new float[] {1010, 1000, 990}, a, 1, 3);
        assertClose(a, new double[] {9.999546e-01, 4.539787e-05, 2.061060e-09});
    }

    private float derivative(Activation f, float slope, float kept) {
        float[] dz = new float[1];
        kernels.activationGradient(f, slope, new float[] {kept}, new float[] {1}, dz, 1, 1);
        return dz[0];
    }

    private static boolean keepsSums(Activation f) {
        return f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
    }

    /** The formulas of {@link Activation} in double precision. */
    private static double value(Activation f, double s, double z) {
        return switch (f) {
            case IDENTITY -> z;
            case SIGMOID -> 1 / (1 + Math.exp(-s * z));
            case HARD_SIGMOID -> Math.min(1, Math.max(0, z / 6 + 0.5));
            case TANH -> Math.tanh(s * z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : s * z;
            case ELU -> z > 0 ? z : s * Math.expm1(z);
            case GELU -> z * 0.5 * Erf.erfc(-z / Math.sqrt(2));
            case SILU -> z / (1 + Math.exp(-z));
            case SOFTPLUS -> Math.log1p(Math.exp(z));
            case STEP, SIGN, SOFTMAX, LOG_SOFTMAX -> throw new AssertionError(f);
        };
    }

    private static double[] softmax(Activation f, double[] z) {
        double sum = 0;
        for (double zk : z) {
            sum += Math.exp(zk);
        }
        double[] a = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            a[j] = f == Activation.SOFTMAX ? Math.exp(z[j]) / sum : z[j] - Math.log(sum);
        }
        return a;
    }
}
