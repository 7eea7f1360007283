package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples with weights in compiled networks of every loss and style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightedModelsTest {

    private static final int N = 5;

    private final Map<String, Description> networks = networks();
    private StyledModels models;

    private static Map<String, Description> networks() {
        Map<String, Description> networks = new LinkedHashMap<>();
        for (Loss loss : Loss.values()) {
            Activation last = switch (loss) {
                case CROSS_ENTROPY, LOG_LIKELIHOOD -> Activation.SOFTMAX;
                case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
                case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> Activation.IDENTITY;
            };
            networks.put("Flat" + loss, network(List.of(4), loss, last, 1));
        }
        networks.put("Steps", network(List.of(6, 4), Loss.CROSS_ENTROPY, Activation.SOFTMAX, 1));
        networks.put("Logarithms", network(List.of(6, 4), Loss.CROSS_ENTROPY, Activation.LOG_SOFTMAX, Float.NaN));
        networks.put("Steep", network(List.of(4), Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, 2.5f));
        return networks;
    }

    private static Description network(List<Integer> input, Loss loss, Activation last, float slope) {
        boolean hasSlope = last == Activation.SIGMOID;
        return new Description(
                input,
                List.of(
                        Dense.of("hidden", 5, Activation.TANH),
                        new Dense(
                                "output",
                                3,
                                new Function(last, hasSlope ? slope : Float.NaN),
                                true,
                                Description.Start.WEIGHTS,
                                Description.Start.BIAS)),
                loss,
                loss == Loss.CROSS_ENTROPY ? 0.1f : Float.NaN,
                loss == Loss.HUBER ? 0.3f : Float.NaN);
    }

    @BeforeAll
    void compile(@TempDir Path directory) {
        models = StyledModels.compile(Compiler.JAVAC, directory, networks);
    }

    /** The loss and the gradients of these samples. */
    private record Pass(float loss, float[] gradients) {}

    private static Pass pass(Model model, float[] x, float[] t, float... weights) {
        int in = model.info().input().size();
        int out = model.info().output().size();
        int n = x.length / in;
        Workspace ws = model.workspace(n);
        System.arraycopy(x, 0, ws.input(), 0, n * in);
        System.arraycopy(t, 0, ws.targets(), 0, n * out);
        for (int s = 0; s < weights.length; s++) {
            ws.weights().set(s, weights[s], weights[s]);
        }
        model.forwardTraining(ws, n);
        float loss = model.backward(ws, n);
        return new Pass(loss, ws.gradients().clone());
    }

    /** The same bits, but for log-likelihoods in loops, which divide by n·ln 2 instead of multiplying by 1/ln 2. */
    private static void assertGradients(String name, Style style, Pass actual, Pass expected) {
        if (name.equals("FlatLOG_LIKELIHOOD") && style != Style.KERNELS) {
            assertThat(actual.gradients())
                    .as(name)
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(expected.gradients());
        } else {
            assertThat(actual.gradients()).as(name).containsExactly(expected.gradients());
        }
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat();
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void equalWeightsGiveTheGradientsOfNone(Style style) {
        networks.forEach((name, network) -> {
            Model model = models.model(name, style);
            Random random = new Random(name.hashCode());
            float[] x = numbers(random, N * network.inputSize());
            float[] t = numbers(random, N * network.outputSize());
            Pass plain = pass(model, x, t);
            Pass weighted = pass(model, x, t, 2, 2, 2, 2, 2);
            assertGradients(name, style, weighted, plain);
            assertThat(weighted.loss()).as(name).isCloseTo(plain.loss(), within(1e-6f * Math.max(1, plain.loss())));
            assertThat(pass(model, x, t, 1, 1, 1, 1, 1).loss()).as(name).isEqualTo(plain.loss());
        });
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void oneSampleWithWeightGivesTheGradientsOfThatSampleAlone(Style style) {
        networks.forEach((name, network) -> {
            Model model = models.model(name, style);
            Random random = new Random(name.hashCode());
            int in = network.inputSize();
            int out = network.outputSize();
            float[] x = numbers(random, N * in);
            float[] t = numbers(random, N * out);
            for (int s = 0; s < N; s++) {
                Pass alone = pass(
                        model,
                        Arrays.copyOfRange(x, s * in, (s + 1) * in),
                        Arrays.copyOfRange(t, s * out, (s + 1) * out));
                float[] weights = new float[N];
                weights[s] = 1;
                Pass weighted = pass(model, x, t, weights);
                assertGradients(name, style, weighted, alone);
                assertThat(weighted.loss()).as(name).isCloseTo(alone.loss(), within(1e-6f * Math.max(1, alone.loss())));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aSampleOfWeightThreeCountsAsThree(Style style) {
        networks.forEach((name, network) -> {
            Model model = models.model(name, style);
            Random random = new Random(name.hashCode());
            int in = network.inputSize();
            int out = network.outputSize();
            float[] x = numbers(random, 4 * in);
            float[] t = numbers(random, 4 * out);
            for (int s = 2; s < 4; s++) {
                System.arraycopy(x, in, x, s * in, in);
                System.arraycopy(t, out, t, s * out, out);
            }
            Pass repeated = pass(model, x, t);
            Pass weighted = pass(model, Arrays.copyOf(x, 2 * in), Arrays.copyOf(t, 2 * out), 1, 3);
            assertThat(weighted.loss())
                    .as(name)
                    .isCloseTo(repeated.loss(), within(1e-6f * Math.max(1, repeated.loss())));
            for (int i = 0; i < repeated.gradients().length; i++) {
                assertThat(weighted.gradients()[i]).as(name).isCloseTo(repeated.gradients()[i], within(3e-6f));
            }
        });
    }
}
