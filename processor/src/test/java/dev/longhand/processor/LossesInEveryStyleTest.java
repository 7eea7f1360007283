package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.loss.Losses;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.LayerDescription;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The losses of compiled networks, in every style: large logits, what is impossible, edge values, many samples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LossesInEveryStyleTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private static final float[] EDGES = {
        0, 1, 0.3f, -2.5f, INFINITY, -INFINITY, Float.NaN, 1e-40f, Float.MIN_VALUE, 2e19f, 3e38f, -3e38f
    };

    private static final float[] LOGITS = {0, 1, -20, 200, INFINITY, -INFINITY, Float.NaN, 1e-40f, 3e38f, -3e38f};

    private static final float[][] TARGETS = {
        {1, 0, 0},
        {0, 1, 0},
        {0, 0.25f, 0.75f},
        {0.2f, 0.3f, 0.5f},
        {0, 0, 0},
        {1e-40f, 1, 0},
        {INFINITY, 0, 0},
        {Float.NaN, 1, 0},
        {3e38f, 0, 1}
    };

    /** A last layer and its loss; the loss as the runtime computes it is {@link #expected}. */
    private record Ending(Activation activation, float slope, Loss loss, float labelSmoothing, float delta) {

        static Ending of(Activation activation, Loss loss) {
            return new Ending(activation, Float.NaN, loss, Float.NaN, Float.NaN);
        }

        boolean isOfRows() {
            return activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
        }

        /** z = b, as x·W is 0: the logits are a layer's bias. */
        Description behindWeights(int units) {
            return network(
                    1,
                    new Dense(
                            "output",
                            units,
                            new Function(activation, slope),
                            true,
                            Description.Start.WEIGHTS,
                            Description.Start.BIAS));
        }

        /** z is the input. */
        Description alone(int size) {
            return network(size, new Activate("output", new Function(activation, slope)));
        }

        private Description network(int input, LayerDescription layer) {
            return new Description(List.of(input), List.of(layer), loss, labelSmoothing, delta);
        }
    }

    private static final Map<String, Ending> ENDINGS = new LinkedHashMap<>(Map.of(
            "Half", Ending.of(Activation.IDENTITY, Loss.HALF_SQUARED_ERROR),
            "Squared", Ending.of(Activation.IDENTITY, Loss.MEAN_SQUARED_ERROR),
            "Absolute", Ending.of(Activation.IDENTITY, Loss.MEAN_ABSOLUTE_ERROR),
            "Huber", new Ending(Activation.IDENTITY, Float.NaN, Loss.HUBER, Float.NaN, 0.7f),
            "Binary", Ending.of(Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY),
            "Steep", new Ending(Activation.SIGMOID, 2.5f, Loss.BINARY_CROSS_ENTROPY, Float.NaN, Float.NaN),
            "Classes", Ending.of(Activation.SOFTMAX, Loss.CROSS_ENTROPY),
            "Smooth", new Ending(Activation.SOFTMAX, Float.NaN, Loss.CROSS_ENTROPY, 0.1f, Float.NaN),
            "Logarithms", Ending.of(Activation.LOG_SOFTMAX, Loss.CROSS_ENTROPY),
            "Bits", Ending.of(Activation.SOFTMAX, Loss.LOG_LIKELIHOOD)));

    private StyledModels models;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, Description> networks = new LinkedHashMap<>();
        ENDINGS.put(
                "SmoothLogarithms", new Ending(Activation.LOG_SOFTMAX, Float.NaN, Loss.CROSS_ENTROPY, 0.1f, Float.NaN));
        ENDINGS.forEach((name, ending) -> {
            networks.put(name, ending.behindWeights(3));
            if (!ending.isOfRows()) {
                networks.put(name + "One", ending.behindWeights(1));
            }
            if (ending.activation() != Activation.IDENTITY) {
                networks.put(name + "Alone", ending.alone(3));
            }
        });
        models = StyledModels.compile(Compiler.JAVAC, directory, networks);
    }

    /** What a pass gives: the outputs, the loss and the gradient in z, or in a where nothing is fused. */
    private record Pass(float[] a, float loss, float[] gradient) {}

    private Pass behindWeights(String network, Style style, float[] z, float[] t) {
        Model model = models.model(network, style);
        int m = z.length;
        float[] p = model.parameters().values();
        Arrays.fill(p, 0);
        System.arraycopy(z, 0, p, m, m);
        Workspace ws = model.workspace(1);
        System.arraycopy(t, 0, ws.targets(), 0, m);
        model.forwardTraining(ws, 1);
        float[] a = Arrays.copyOf(ws.output(), m);
        float loss = model.backward(ws, 1);
        assertThat(Float.compare(model.loss(ws, 1), loss)).isZero();
        return new Pass(a, loss, Arrays.copyOfRange(ws.gradients(), m, 2 * m));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void largeLogitsKeepTheirDigits(Style style) {
        float[] z = {1e6f, 1e6f + 0.5f, 1e6f + 1};
        float[] second = {0, 1, 0};
        Pass logarithms = behindWeights("Logarithms", style, z, second);
        assertClose(logarithms.a(), -1.68027, -1.18027, -0.68027);
        assertClose(logarithms.gradient(), 0.186324, -0.692804, 0.506480);
        assertThat(logarithms.loss()).isCloseTo(1.18027f, within(1e-5f));
        Pass classes = behindWeights("Classes", style, z, second);
        assertClose(classes.gradient(), 0.186324, -0.692804, 0.506480);
        assertThat(classes.loss()).isCloseTo(1.18027f, within(1e-5f));
        assertThat(behindWeights("Bits", style, z, second).loss()).isCloseTo(1.70277f, within(1e-5f));

        float[] larger = {1e7f, 1e7f + 8, 1e7f + 16};
        float[] last = {0, 0, 1};
        for (String network : List.of("Logarithms", "Classes")) {
            Pass pass = behindWeights(network, style, larger, last);
            assertThat(pass.loss()).as(network).isCloseTo(3.355e-4f, within(1e-7f));
            assertThat(pass.gradient()[2]).as(network).isCloseTo(-3.355e-4f, within(1e-7f));
        }

        float[] largest = {-3e38f, -3e38f, -3e38f};
        for (String network : List.of("Logarithms", "Classes")) {
            Pass pass = behindWeights(network, style, largest, last);
            assertThat(pass.loss()).as(network).isCloseTo(1.0986f, within(1e-4f));
            assertClose(pass.gradient(), 1 / 3.0, 1 / 3.0, -2 / 3.0);
        }
        assertClose(behindWeights("Logarithms", style, largest, last).a(), -1.0986123, -1.0986123, -1.0986123);
    }

    private static void assertClose(float[] actual, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void whatIsImpossibleAndUnwantedCostsNothing(Style style) {
        float[] z = {-INFINITY, 0, 0};
        float[] t = {0, 1, 0};
        for (String network : List.of("Classes", "Logarithms")) {
            Pass pass = behindWeights(network, style, z, t);
            assertThat(pass.loss()).as(network).isCloseTo(0.693147f, within(1e-6f));
            assertClose(pass.gradient(), 0, -0.5, 0.5);
        }
        assertThat(behindWeights("Bits", style, z, t).loss()).isCloseTo(1, within(1e-6f));
        assertThat(behindWeights("Smooth", style, z, t).loss()).isEqualTo(INFINITY);
        for (String network : List.of("Binary", "Steep")) {
            Pass sure = behindWeights(network, style, new float[] {-INFINITY, INFINITY, 0}, t);
            assertThat(sure.loss()).as(network).isCloseTo(0.693147f / 3, within(1e-6f));
            assertThat(Arrays.copyOf(sure.gradient(), 2)).as(network).containsExactly(0, 0);
            Pass wrong = behindWeights(network, style, new float[] {INFINITY, 0, 0}, t);
            assertThat(wrong.loss()).as(network).isEqualTo(INFINITY);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void lossesOfEdgeValuesAreTheRuntimes(Style style) {
        ENDINGS.forEach((name, ending) -> {
            if (ending.isOfRows()) {
                for (float z0 : LOGITS) {
                    for (float z1 : LOGITS) {
                        for (float z2 : LOGITS) {
                            for (float[] t : TARGETS) {
                                assertSame(name, ending, style, new float[] {z0, z1, z2}, t);
                            }
                        }
                    }
                }
                return;
            }
            for (float z : EDGES) {
                for (float t : EDGES) {
                    assertSame(name + "One", ending, style, new float[] {z}, new float[] {t});
                    assertSame(name, ending, style, new float[] {z, 0.5f, t}, new float[] {t, 0.25f, z});
                }
            }
        });
    }

    private void assertSame(String network, Ending ending, Style style, float[] z, float[] t) {
        Pass pass = behindWeights(network, style, z, t);
        float[] gradient = new float[z.length];
        float loss = expected(ending, z, pass.a(), t, gradient);
        String what = network + " at " + Arrays.toString(z) + ", target " + Arrays.toString(t);
        assertNear(what + ": loss", pass.loss(), loss);
        for (int j = 0; j < z.length; j++) {
            assertNear(what + ": gradient " + j, pass.gradient()[j], gradient[j]);
        }
    }

    /** Equal, or within some rounding errors of numbers around 1. */
    private static void assertNear(String what, float actual, float expected) {
        if (Float.compare(actual, expected) != 0
                && !(Math.abs((double) actual - expected) <= 3e-7 * Math.max(1, Math.abs(expected)))) {
            throw new AssertionError(what + " is " + actual + ", not " + expected);
        }
    }

    private static float expected(Ending ending, float[] z, float[] a, float[] t, float[] gradient) {
        int m = z.length;
        float smoothing = Float.isNaN(ending.labelSmoothing()) ? 0 : ending.labelSmoothing();
        return switch (ending.loss()) {
            case HALF_SQUARED_ERROR -> Losses.halfSquaredError(a, t, gradient, 1, m);
            case MEAN_SQUARED_ERROR -> Losses.meanSquaredError(a, t, gradient, 1, m);
            case MEAN_ABSOLUTE_ERROR -> Losses.meanAbsoluteError(a, t, gradient, 1, m);
            case HUBER -> Losses.huber(a, t, gradient, 1, m, ending.delta());
            case BINARY_CROSS_ENTROPY ->
                Losses.binaryCrossEntropy(z, a, t, gradient, 1, m, Float.isNaN(ending.slope()) ? 1 : ending.slope());
            case CROSS_ENTROPY ->
                ending.activation() == Activation.LOG_SOFTMAX
                        ? Losses.crossEntropyOfLogarithms(a, t, gradient, 1, m, smoothing)
                        : Losses.crossEntropy(z, a, t, gradient, 1, m, smoothing);
            case LOG_LIKELIHOOD -> Losses.logLikelihood(z, a, t, gradient, 1, m);
        };
    }

    /** Numbers as an activation layer reads them: the same outputs and the same loss as behind weights. */
    @ParameterizedTest
    @EnumSource(Style.class)
    void activationLayersGiveTheSame(Style style) {
        for (String network :
                List.of("Classes", "Smooth", "Logarithms", "SmoothLogarithms", "Bits", "Binary", "Steep")) {
            for (float[] z : new float[][] {
                {1e6f, 1e6f + 0.5f, 1e6f + 1}, {-INFINITY, 0, 0}, {-3e38f, -3e38f, -3e38f}, {0.3f, -4, 70}
            }) {
                for (float[] t : TARGETS) {
                    Pass expected = behindWeights(network, style, z, t);
                    Model alone = models.model(network + "Alone", style);
                    Workspace ws = alone.workspace(1);
                    System.arraycopy(z, 0, ws.input(), 0, 3);
                    System.arraycopy(t, 0, ws.targets(), 0, 3);
                    alone.forward(ws, 1);
                    String what = network + " at " + Arrays.toString(z) + ", target " + Arrays.toString(t);
                    assertThat(ws.output()).as(what).startsWith(expected.a());
                    assertNear(what, alone.loss(ws, 1), expected.loss());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void meansOverManySamplesKeepTheirDigits(Style style) {
        int n = 200_000;
        for (String name : ENDINGS.keySet()) {
            Model model = models.model(name, style);
            float[] p = model.parameters().values();
            System.arraycopy(new float[] {0, 0, 0, 0.3f, -1.1f, 0.7f}, 0, p, 0, 6);
            Workspace ws = model.workspace(n);
            for (int i = 0; i < 3 * n; i++) {
                ws.targets()[i] = i % 3 == 1 ? 1 : 0;
            }
            model.forward(ws, n);
            double all = model.loss(ws, n);
            double one = model.loss(ws, 1);
            assertThat(all).as(name).isCloseTo(one, within(1e-6 * one));
        }
    }
}
