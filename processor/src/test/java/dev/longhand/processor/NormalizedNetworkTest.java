package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.longhand.Layer;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.training.TrainingStep;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A convolutional network with batch norm learns as PyTorch's does, running statistics too. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NormalizedNetworkTest {

    private static final double TOLERANCE = 1e-5;

    private final JsonObject expected =
            Tensors.cases("/reference/normalized_network.json").get(0);
    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Style style : Style.values()) {
            sources.put("nets.Small" + style, Declaration.head("nets") + """
                    @Network(input = {8, 8, 1}, loss = Loss.CROSS_ENTROPY, style = Style.%s)
                    public interface Small%1$s {
                        @Conv2d(filters = 3, kernel = 3, padding = Padding.SAME) Layer conv();
                        @BatchNorm                                               Layer norm();
                        @Activate(Activation.RELU)                               Layer relu();
                        @MaxPool2d(size = 2)                                     Layer pool();
                        @Flatten                                                 Layer flat();
                        @Dense(units = 4, activation = Activation.SOFTMAX)       Layer output();
                    }
                    """.formatted(style));
        }
        for (Style style : List.of(Style.LOOPS, Style.KERNELS)) {
            // No activation that could be applied too: none at all, and one that the loss is derived with.
            sources.put("nets.Bare" + style, Declaration.head("nets") + """
                    @Network(input = {8, 8, 1}, loss = Loss.MEAN_SQUARED_ERROR, style = Style.%s)
                    public interface Bare%1$s {
                        @Conv2d(filters = 3, kernel = 3, useBias = false) Layer conv();
                        @BatchNorm                                        Layer norm();
                        @MaxPool2d(size = 2)                              Layer pool();
                    }
                    """.formatted(style));
            sources.put("nets.Last" + style, Declaration.head("nets") + """
                    @Network(input = {8, 8, 1}, loss = Loss.BINARY_CROSS_ENTROPY, style = Style.%s)
                    public interface Last%1$s {
                        @Conv2d(filters = 3, kernel = 3) Layer conv();
                        @BatchNorm                       Layer norm();
                        @Activate(Activation.SIGMOID)    Layer output();
                    }
                    """.formatted(style));
        }
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void itLearnsAsPyTorchsDoes(Style style) {
        Model model = compilation.model("nets.Small" + style + "Model");
        JsonObject start = expected.getAsJsonObject("parameters");
        List<Layer> layers = model.parameters().layers();
        Layer norm = layers.get(1);
        layers.get(0).setWeights(Tensors.floats(kernels(start.get("0.weight"))));
        float[] bias = Tensors.floats(Tensors.numbers(start.get("0.bias")));
        layers.get(0).setBias(bias);
        norm.set("gamma", Tensors.floats(Tensors.numbers(start.get("1.weight"))));
        norm.set("beta", Tensors.floats(Tensors.numbers(start.get("1.bias"))));
        layers.get(5).setWeights(Tensors.floats(dense(start.get("5.weight"))));
        layers.get(5).setBias(Tensors.floats(Tensors.numbers(start.get("5.bias"))));

        // One channel: rows of pixels are the same in both layouts.
        float[] x = Tensors.floats(Tensors.numbers(expected.get("input")));
        double[] classes = Tensors.numbers(expected.get("target"));
        float[] t = new float[4 * classes.length];
        for (int s = 0; s < classes.length; s++) {
            t[4 * s + (int) classes[s]] = 1;
        }
        double[] losses = Tensors.numbers(expected.get("loss_per_step"));
        try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(0.01), classes.length, 1)) {
            for (int k = 0; k < losses.length; k++) {
                assertThat((double) step.run(x, t))
                        .as("loss of step %s", k + 1)
                        .isCloseTo(losses[k], withinPercentage(100 * TOLERANCE));
                // Batch norm takes conv's bias away again: its gradient is rounding, which Adam blows up.
                layers.get(0).setBias(bias);
            }
        }
        JsonObject after = expected.getAsJsonObject("parameters_after");
        close("conv.weight", layers.get(0).weights(), kernels(after.get("0.weight")));
        close("conv.bias", layers.get(0).bias(), Tensors.numbers(after.get("0.bias")));
        close("norm.gamma", norm.get("gamma"), Tensors.numbers(after.get("1.weight")));
        close("norm.beta", norm.get("beta"), Tensors.numbers(after.get("1.bias")));
        close("norm.runningVariance", norm.get("runningVariance"), Tensors.numbers(after.get("1.running_var")));
        close("norm.runningMean", norm.get("runningMean"), Tensors.numbers(after.get("1.running_mean")));
        close("output.weight", layers.get(5).weights(), dense(after.get("5.weight")));
        close("output.bias", layers.get(5).bias(), Tensors.numbers(after.get("5.bias")));
    }

    @Test
    void predictingWithBatchNormFoldedIsPredictingWithout() {
        float[] x = Tensors.floats(Tensors.numbers(expected.get("input")));
        for (String tail : List.of("Small", "Bare", "Last")) {
            Model folded = compilation.model("nets." + tail + Style.KERNELS + "Model");
            Model apart = compilation.model("nets." + tail + Style.LOOPS + "Model");
            Random random = new Random(5);
            float[] all = folded.parameters().copy();
            for (int i = 0; i < all.length; i++) {
                float drawn = (float) random.nextGaussian() / 3;
                // Variances, the last of all, aren't negative.
                all[i] = i < all.length - 3 ? drawn : Math.abs(drawn);
            }
            folded.parameters().set(all);
            float[] variances = {0.3f, 1, 2.5f};
            folded.parameters().layer(1).set("runningVariance", variances);
            apart.parameters().set(folded.parameters().copy());
            float[] predicted = apart.predict(x);
            double[] numbers = new double[predicted.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = predicted[i];
            }
            Tensors.assertClose(tail, folded.predict(x), 0, numbers, TOLERANCE);
            assertThat(folded.sample(x, 2, 1).mean()).containsExactly(folded.predict(x));
        }
    }

    private static void close(String what, float[] actual, double[] numbers) {
        assertThat(actual).as(what).hasSameSizeAs(numbers);
        Tensors.assertClose(what, actual, 0, numbers, TOLERANCE);
    }

    /** Weights [3][1][3][3] as ours, [3][3][1][3]. */
    private static double[] kernels(JsonElement tensor) {
        double[] numbers = Tensors.numbers(tensor);
        double[] turned = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            turned[i % 9 * 3 + i / 9] = numbers[i];
        }
        return turned;
    }

    /** Weights [4][3·4·4] of images channels first as ours, [4·4·3][4] of images channels last. */
    private static double[] dense(JsonElement tensor) {
        double[] numbers = Tensors.numbers(tensor);
        double[] turned = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int in = i % 48;
            turned[(in % 16 * 3 + in / 16) * 4 + i / 48] = numbers[i];
        }
        return turned;
    }
}
