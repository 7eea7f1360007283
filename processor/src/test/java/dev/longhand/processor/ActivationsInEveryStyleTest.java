package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Activations and their derivatives are the same in every style, and right, over the whole range of float. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivationsInEveryStyleTest {

    private static final int MAX_ULPS = 2;

    private static final Set<Activation> OF_ROWS = EnumSet.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX);

    /** Layers may have another slope than 1. */
    private static final float SLOPE = 0.3f;

    private static final float[] EDGES = {
        0, -0f, 1, -1, 3, -3, 9.02f, -9.02f, 30, -30, 87, -87, -104, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };

    private StyledModels models;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, Description> networks = new LinkedHashMap<>();
        for (Activation f : Activation.values()) {
            int units = OF_ROWS.contains(f) ? 5 : 1;
            Loss loss = f == Activation.LOG_SOFTMAX ? Loss.CROSS_ENTROPY : Loss.MEAN_ABSOLUTE_ERROR;
            for (boolean sloped : f.hasSlope() ? new boolean[] {false, true} : new boolean[] {false}) {
                Function function = sloped ? new Function(f, SLOPE) : Function.of(f);
                networks.put(
                        name(f, sloped),
                        Description.of(1, loss, new Dense("output", units, function, true, Start.WEIGHTS, Start.BIAS)));
                networks.put(
                        name(f, sloped) + "Alone",
                        Description.of(
                                1,
                                loss,
                                Dense.of("sums", units, Activation.IDENTITY),
                                new Activate("output", function)));
            }
        }
        models = StyledModels.compile(Compiler.JAVAC, directory, networks);
    }

    private static String name(Activation f, boolean sloped) {
        return f.name() + (sloped ? "Sloped" : "");
    }

    /** Eight numbers of each binary exponent, positive and negative, and edge values. */
    private static float[] wholeRange() {
        List<Float> all = new ArrayList<>();
        Random random = new Random(1);
        for (int exponent = 0; exponent < 255; exponent++) {
            for (int i = 0; i < 8; i++) {
                int mantissa = i == 0 ? 0 : i == 1 ? 0x7fffff : random.nextInt(1 << 23);
                float z = Float.intBitsToFloat(exponent << 23 | mantissa);
                all.add(z);
                all.add(-z);
            }
        }
        for (float z = -20; z < 20; z += 0.0137f) {
            all.add(z);
        }
        for (float z : EDGES) {
            all.add(z);
            all.add(Math.nextUp(z));
            all.add(Math.nextDown(z));
        }
        float[] z = new float[all.size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = all.get(i);
        }
        return z;
    }

    /** a and da/dz at z, which is the bias of a layer whose weight is 0. */
    private static float[] at(Model model, Workspace ws, float z) {
        Arrays.fill(model.parameters().values(), 0);
        model.parameters().values()[1] = z;
        model.forwardTraining(ws, 1);
        float a = ws.output()[0];
        // The derivative of |a − t| is 1 for any t below a.
        boolean isLowest = a == Float.NEGATIVE_INFINITY;
        ws.targets()[0] = isLowest ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        model.backward(ws, 1);
        return new float[] {a, isLowest ? -ws.gradients()[1] : ws.gradients()[1]};
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SOFTMAX", "LOG_SOFTMAX"})
    void valuesAndDerivativesAgreeAndAreRight(Activation f) {
        for (boolean sloped : f.hasSlope() ? new boolean[] {false, true} : new boolean[] {false}) {
            float slope = sloped ? SLOPE : f.defaultSlope();
            for (String alone : List.of("", "Alone")) {
                Map<Style, Model> all = new EnumMap<>(Style.class);
                Map<Style, Workspace> workspaces = new EnumMap<>(Style.class);
                for (Style style : Style.values()) {
                    Model model = models.model(name(f, sloped) + alone, style);
                    all.put(style, model);
                    workspaces.put(style, model.workspace(1));
                }
                for (float z : wholeRange()) {
                    float[] kernels = at(all.get(Style.KERNELS), workspaces.get(Style.KERNELS), z);
                    double value = value(f, slope, z);
                    double derivative = derivative(f, slope, z);
                    for (Style style : Style.values()) {
                        float[] other = at(all.get(style), workspaces.get(style), z);
                        Supplier<String> what =
                                () -> f + alone + " with slope " + slope + " at " + z + ", " + style;
                        assertAgree(what, other[0], kernels[0]);
                        assertRight(what, other[0], value);
                        if (!Float.isNaN(kernels[0])) {
                            assertAgree(() -> "the derivative of " + what.get(), other[1], kernels[1]);
                            assertSlope(what, other[1], derivative);
                        }
                    }
                }
            }
        }
    }

    private static void assertAgree(Supplier<String> what, float actual, float kernels) {
        if (ulps(actual, kernels) > MAX_ULPS) {
            throw new AssertionError(what.get() + " is " + actual + ", but " + kernels + " of kernels");
        }
    }

    /** The number of floats from one to the other; 0 and −0 are the same. */
    private static long ulps(float a, float b) {
        return Float.isNaN(a) || Float.isNaN(b)
                ? Float.isNaN(a) && Float.isNaN(b) ? 0 : Long.MAX_VALUE
                : Math.abs(order(a) - order(b));
    }

    private static long order(float a) {
        int bits = Float.floatToIntBits(a);
        return bits < 0 ? -(long) (bits & Integer.MAX_VALUE) : bits;
    }

    /** Right to six digits; numbers near the smallest float have fewer. */
    private static void assertRight(Supplier<String> what, float actual, double expected) {
        float rounded = (float) expected;
        if (Float.compare(actual, rounded) != 0
                && !(Math.abs(actual - expected) <= 1e-6 * Math.abs(expected) + 1e-43)) {
            throw new AssertionError(what.get() + " is " + actual + ", not " + expected);
        }
    }

    /** Derivatives are computed from a, which has lost digits where a function saturates. */
    private static void assertSlope(Supplier<String> what, float actual, double expected) {
        if (!Double.isNaN(expected) && !(Math.abs(actual - expected) <= 2e-6)) {
            throw new AssertionError(what.get() + ": the derivative is " + actual + ", not " + expected);
        }
    }

    /** The formulas of {@link Activation} in double precision. */
    private static double value(Activation f, double s, double z) {
        return switch (f) {
            case STEP -> Double.isNaN(z) ? z : z > 0 ? 1 : 0;
            case SIGN -> Double.isNaN(z) ? z : z > 0 ? 1 : -1;
            case IDENTITY -> z;
            case SIGMOID -> 1 / (1 + Math.exp(-(float) (s * z)));
            case HARD_SIGMOID -> Math.min(1, Math.max(0, (z + 3) / 6));
            case TANH -> Math.tanh(s * z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : s * z;
            case ELU -> z > 0 ? z : s * Math.expm1(z);
            case GELU -> z * 0.5 * Erf.erfc(-z / Math.sqrt(2));
            case SILU -> z * (1 / (1 + Math.exp(-z)));
            case SOFTPLUS -> z > 700 ? z : Math.log1p(Math.exp(z));
            case SOFTMAX, LOG_SOFTMAX -> throw new AssertionError(f);
        };
    }

    /** NaN at kinks and where the formula has no value. */
    private static double derivative(Activation f, double s, double z) {
        return switch (f) {
            case STEP, SIGN, IDENTITY -> 1;
            case SIGMOID -> s * value(f, s, z) * (1 - value(f, s, z));
            case HARD_SIGMOID -> Math.abs(Math.abs(z) - 3) < 1e-6 ? Double.NaN : Math.abs(z) < 3 ? 1 / 6.0 : 0;
            case TANH -> s * (1 - value(f, s, z) * value(f, s, z));
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : s;
            case ELU -> z > 0 ? 1 : s * Math.exp(z);
            case GELU -> 0.5 * Erf.erfc(-z / Math.sqrt(2)) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case SILU -> {
                double sigmoid = 1 / (1 + Math.exp(-z));
                yield sigmoid * (1 + z * (1 - sigmoid));
            }
            case SOFTPLUS -> 1 / (1 + Math.exp(-z));
            case SOFTMAX, LOG_SOFTMAX -> throw new AssertionError(f);
        };
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void smallNumbersBelow0KeepTheirDigitsInElu(Style style) {
        Model model = models.model("ELU", style);
        assertThat(at(model, model.workspace(1), -1e-8f)[0]).isEqualTo(-1e-8f);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SOFTMAX", "LOG_SOFTMAX"})
    void notANumberStaysOneAndHasNoDerivative(Activation f) {
        for (Style style : Style.values()) {
            for (String alone : List.of("", "Alone")) {
                Model model = models.model(f + alone, style);
                float[] valueAndDerivative = at(model, model.workspace(1), Float.NaN);
                assertThat(valueAndDerivative[0])
                        .as("%s%s, %s", f, alone, style)
                        .isNaN();
                assertThat(valueAndDerivative[1])
                        .as("derivative of %s%s, %s", f, alone, style)
                        .isNaN();
            }
        }
    }

    @Test
    void functionsOfRowsAgree() {
        Random random = new Random(1);
        for (int row = 0; row < 2_000; row++) {
            float offset = row % 4 == 0 ? 0 : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9)));
            float[] z = new float[5];
            for (int j = 0; j < 5; j++) {
                z[j] = row % 7 == 6 && j == 2 ? Float.NEGATIVE_INFINITY : offset + 5 * (float) random.nextGaussian();
            }
            for (Activation f : OF_ROWS) {
                float[] kernels = row(f.name(), Style.KERNELS, z);
                for (Style style : Style.values()) {
                    for (String alone : List.of("", "Alone")) {
                        float[] other = row(f + alone, style, z);
                        for (int j = 0; j < 5; j++) {
                            int unit = j;
                            assertAgree(
                                    () -> "%s%s of %s, %s: unit %d"
                                            .formatted(f, alone, Arrays.toString(z), style, unit),
                                    other[j],
                                    kernels[j]);
                        }
                    }
                }
            }
        }
    }

    private final Map<String, Model> rows = new LinkedHashMap<>();

    private float[] row(String network, Style style, float[] z) {
        Model model = rows.computeIfAbsent(network + style, name -> models.model(network, style));
        Arrays.fill(model.parameters().values(), 0);
        System.arraycopy(z, 0, model.parameters().values(), 5, 5);
        return model.predict(0f);
    }
}
