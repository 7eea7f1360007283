package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonObject;
import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Sgd;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.training.TrainingStep;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled networks against what PyTorch computes in double precision, in every style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PyTorchTest {

    private static final double TOLERANCE = 1e-5;

    private final List<JsonObject> layers = Tensors.cases("/reference/layers.json");
    private final List<JsonObject> networks = Tensors.cases("/reference/networks.json");
    private StyledModels models;

    private static final List<Description> NETWORKS = List.of(
            Description.of(
                    2,
                    Loss.BINARY_CROSS_ENTROPY,
                    Dense.of("hidden1", 10, Activation.SIGMOID),
                    Dense.of("hidden2", 10, Activation.SIGMOID),
                    Dense.of("hidden3", 10, Activation.SIGMOID),
                    Dense.of("output", 1, Activation.SIGMOID)),
            Description.of(
                    2,
                    Loss.MEAN_SQUARED_ERROR,
                    Dense.of("hidden", 4, Activation.TANH),
                    Dense.of("output", 1, Activation.SIGMOID)),
            Description.of(
                    8,
                    Loss.CROSS_ENTROPY,
                    Dense.of("hidden1", 12, Activation.RELU),
                    Dense.of("hidden2", 12, Activation.RELU),
                    Dense.of("output", 3, Activation.SOFTMAX)),
            Description.of(
                    4,
                    Loss.MEAN_SQUARED_ERROR,
                    Dense.of("hidden", 9, Activation.LEAKY_RELU),
                    Dense.of("output", 2, Activation.IDENTITY)));

    private static final List<Optimizer> OPTIMIZERS = List.of(
            Sgd.learningRate(1),
            Sgd.learningRate(0.5).momentum(0.9),
            Adam.learningRate(0.01),
            RmsProp.learningRate(0.01));

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, Description> declared = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            int[] shape =
                    Tensors.shape(layers.get(i).getAsJsonObject("parameters").get("weight"));
            declared.put("Layer" + i, probed(shape[1], shape[0]));
        }
        for (int i = 0; i < NETWORKS.size(); i++) {
            declared.put("Network" + i, NETWORKS.get(i));
        }
        models = StyledModels.compile(Compiler.JAVAC, directory, declared);
    }

    /** A layer behind one that hands its input on, whose output's gradient is then that of the input. */
    private static Description probed(int in, int units) {
        float[] identity = new float[in * in];
        IntStream.range(0, in).forEach(i -> identity[i * in + i] = 1);
        Dense probe =
                new Dense("probe", in, Function.of(Activation.IDENTITY), false, Start.values(identity), Start.BIAS);
        return Description.of(in, Loss.HALF_SQUARED_ERROR, probe, Dense.of("layer", units, Activation.IDENTITY));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void denseLayersAreThose(Style style) {
        assertThat(layers).hasSize(4);
        for (int i = 0; i < layers.size(); i++) {
            JsonObject expected = layers.get(i);
            Model model = models.model("Layer" + i, style);
            JsonObject parameters = expected.getAsJsonObject("parameters");
            model.parameters().layer(1).setWeights(Tensors.floats(Tensors.weights(parameters.get("weight"))));
            model.parameters().layer(1).setBias(Tensors.floats(Tensors.numbers(parameters.get("bias"))));
            double[] x = Tensors.numbers(expected.get("input"));
            int n = Tensors.shape(expected.get("input"))[0];
            Workspace ws = model.workspace(n);
            System.arraycopy(Tensors.floats(x), 0, ws.input(), 0, x.length);
            model.forwardTraining(ws, n);
            double[] output = Tensors.numbers(expected.get("output"));
            Tensors.assertClose("output", ws.output(), 0, output, TOLERANCE);

            // da = (a − t)/n, so t = a − n·da gives the output gradient that PyTorch was given.
            double[] da = Tensors.numbers(expected.get("output_gradient"));
            for (int k = 0; k < da.length; k++) {
                ws.targets()[k] = (float) (ws.output()[k] - n * da[k]);
            }
            model.backward(ws, n);
            JsonObject gradients = expected.getAsJsonObject("parameter_gradients");
            double[] dw = Tensors.weights(gradients.get("weight"));
            int in = x.length / n;
            Tensors.assertClose("dW", ws.gradients(), in * in, dw, TOLERANCE);
            Tensors.assertClose(
                    "db", ws.gradients(), in * in + dw.length, Tensors.numbers(gradients.get("bias")), TOLERANCE);
            Tensors.assertClose("dx", ws.gradient(0), 0, Tensors.numbers(expected.get("input_gradient")), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void networksLearnLikeThose(Style style) {
        assertThat(networks).hasSameSizeAs(NETWORKS);
        for (int i = 0; i < networks.size(); i++) {
            JsonObject expected = networks.get(i);
            String name = expected.get("op").getAsString();
            Model model = models.model("Network" + i, style);
            model.parameters().set(Tensors.floats(parameters(expected.getAsJsonObject("parameters"))));
            float[] x = Tensors.floats(Tensors.numbers(expected.get("input")));
            int n = Tensors.shape(expected.get("input"))[0];
            float[] t = targets(expected, model.info().output().size());
            Tensors.assertClose(name + ": output", model.predict(x), 0, outputs(expected), TOLERANCE);
            double[] losses = Tensors.numbers(expected.get("loss_per_step"));
            try (TrainingStep step = TrainingStep.of(model, OPTIMIZERS.get(i), n, 1)) {
                for (int k = 0; k < losses.length; k++) {
                    assertThat((double) step.run(x, t))
                            .as("%s: loss of step %s", name, k + 1)
                            .isCloseTo(losses[k], withinPercentage(100 * TOLERANCE));
                    if (k == 0) {
                        assertGradients(
                                name, step.workspace().gradients(), expected.getAsJsonObject("gradients_first_step"));
                    }
                }
            }
            assertParameters(
                    name + ": final ", model.parameters().values(), expected.getAsJsonObject("parameters_after"));
        }
    }

    /**
     * Relative to the largest of all layers, but no closer than half the last digit of an output near 0.5:
     * what the four samples of XOR give cancels to a thousandth.
     */
    private static void assertGradients(String what, float[] actual, JsonObject expected) {
        double[] numbers = parameters(expected);
        double largest = Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
        double tolerance = Math.max(TOLERANCE, 0.5 * Math.ulp(0.5f) / largest);
        Tensors.assertClose(what + ": first gradients", actual, 0, numbers, tolerance);
    }

    private static void assertParameters(String what, float[] actual, JsonObject expected) {
        int from = 0;
        for (String name : expected.keySet()) {
            double[] numbers = Tensors.weights(expected.get(name));
            Tensors.assertClose(what + name, actual, from, numbers, TOLERANCE);
            from += numbers.length;
        }
        assertThat(actual).hasSize(from);
    }

    private static double[] parameters(JsonObject named) {
        return named.keySet().stream()
                .map(name -> Tensors.weights(named.get(name)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** Classes become one-hot rows. */
    private static float[] targets(JsonObject expected, int classes) {
        double[] numbers = Tensors.numbers(expected.get("target"));
        if (Tensors.shape(expected.get("target")).length == 2) {
            return Tensors.floats(numbers);
        }
        float[] oneHot = new float[numbers.length * classes];
        for (int s = 0; s < numbers.length; s++) {
            oneHot[s * classes + (int) numbers[s]] = 1;
        }
        return oneHot;
    }

    /** PyTorch's cross-entropy takes what softmax is still to be applied to. */
    private static double[] outputs(JsonObject expected) {
        double[] outputs = Tensors.numbers(expected.get("output"));
        if (Tensors.shape(expected.get("target")).length == 2) {
            return outputs;
        }
        int m = Tensors.shape(expected.get("output"))[1];
        for (int from = 0; from < outputs.length; from += m) {
            double sum = 0;
            for (int j = from; j < from + m; j++) {
                outputs[j] = Math.exp(outputs[j]);
                sum += outputs[j];
            }
            for (int j = from; j < from + m; j++) {
                outputs[j] /= sum;
            }
        }
        return outputs;
    }
}
