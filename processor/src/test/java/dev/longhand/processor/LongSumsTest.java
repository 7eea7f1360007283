package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Declaration;
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

/**
 * Sums of many numbers of one sign keep their digits, in every style: means of 90,000 numbers around 100, and softmax
 * over 200,000 classes.
 */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongSumsTest {

    private static final int PIXELS = 90_000;

    private static final int CLASSES = 200_000;

    private static final double TOLERANCE = 1e-6;

    private final float[] image = new float[PIXELS];
    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> layers = Map.of(
                "GlobalAverage", "@GlobalAvgPool2d",
                "Average", "@AvgPool2d(size = 300)",
                "Stochastic", "@StochasticPool2d(size = 300)",
                "Batch", "@BatchNorm(momentum = 0)");
        Map<String, String> sources = new LinkedHashMap<>();
        for (Style style : Style.values()) {
            layers.forEach((name, layer) ->
                    sources.put("nets." + name + style, Declaration.head("nets") + """
                    @Network(input = {300, 300, 1}, loss = Loss.MEAN_SQUARED_ERROR, style = Style.%s)
                    public interface %s%1$s {
                        %s Layer layer();
                    }
                    """.formatted(style, name, layer)));
            Map.of(
                            "Softmax", "SOFTMAX, CROSS_ENTROPY, labelSmoothing = 0.1",
                            "Logarithms", "LOG_SOFTMAX, CROSS_ENTROPY, labelSmoothing = 0.1",
                            "Squares", "SOFTMAX, HALF_SQUARED_ERROR, style = Style." + style)
                    .forEach((name, values) -> {
                        String[] parts = values.split(", ");
                        sources.put(
                                "nets." + name + style,
                                Declaration.head("nets")
                                        + """
                                @Network(input = 1, loss = Loss.%s, style = Style.%s%s)
                                public interface %s%2$s {
                                    @Dense(units = %d, activation = Activation.%s) Layer output();
                                }
                                """.formatted(
                                                        parts[1],
                                                        style,
                                                        parts[2].startsWith("label") ? ", " + parts[2] : "",
                                                        name,
                                                        CLASSES,
                                                        parts[0]));
                    });
        }
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
        Random random = new Random(1);
        for (int i = 0; i < PIXELS; i++) {
            image[i] = 100 + (float) random.nextGaussian();
        }
    }

    private Model model(String name, Style style) {
        return compilation.model("nets." + name + style + "Model");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void meansOfPools(Style style) {
        double sum = 0;
        double squares = 0;
        for (float x : image) {
            sum += x;
            squares += (double) x * x;
        }
        assertRight(model("GlobalAverage", style).predict(image)[0], sum / PIXELS);
        assertRight(model("Average", style).predict(image)[0], sum / PIXELS);
        assertRight(model("Stochastic", style).predict(image)[0], squares / sum);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void statisticsOfBatchNorm(Style style) {
        double mean = 0;
        for (float x : image) {
            mean += x / (double) PIXELS;
        }
        double variance = 0;
        for (float x : image) {
            variance += (x - mean) * (x - mean) / (PIXELS - 1);
        }
        Model model = model("Batch", style);
        Workspace ws = model.workspace(1);
        System.arraycopy(image, 0, ws.input(), 0, PIXELS);
        model.forwardTraining(ws, 1);
        model.updateState(ws, 1);
        assertRight(model.parameters().layer(0).get("runningMean")[0], mean);
        assertRight(model.parameters().layer(0).get("runningVariance")[0], variance);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void softmaxAndItsLossesOfManyClasses(Style style) {
        float[] z = new float[CLASSES];
        Random random = new Random(2);
        double sum = 0;
        for (int j = 0; j < CLASSES; j++) {
            z[j] = 0.3f * (float) random.nextGaussian();
            sum += Math.exp(z[j]);
        }
        for (String name : List.of("Softmax", "Logarithms")) {
            Workspace ws = passes(name, style, z);
            // With label smoothing every class has a target, and the targets' sum is 1.
            double smooth = 0.1f / CLASSES;
            double loss = 0;
            double error = 0;
            double gradientError = 0;
            for (int j = 0; j < CLASSES; j++) {
                double p = Math.exp(z[j]) / sum;
                double target = j == 7 ? 0.9 + smooth : smooth;
                loss -= target * Math.log(p);
                error = Math.max(error, error(ws.output()[j], name.equals("Softmax") ? p : Math.log(p)));
                double difference = ws.gradients()[CLASSES + j] - (p - target);
                gradientError = Math.max(gradientError, Math.abs(difference) / Math.max(p, target));
            }
            assertThat(error).as(name).isLessThan(TOLERANCE);
            assertThat(gradientError).as("%s: gradient", name).isLessThan(2 * TOLERANCE);
            assertRight(loss(name, style, z), loss);
        }
        float[] g = passes("Squares", style, z).gradients();
        double dot = 0;
        for (int j = 0; j < CLASSES; j++) {
            double p = Math.exp(z[j]) / sum;
            dot += p * (p - (j == 7 ? 1 : 0));
        }
        double gradientError = 0;
        for (int j = 0; j < CLASSES; j++) {
            double p = Math.exp(z[j]) / sum;
            gradientError = Math.max(gradientError, error(g[CLASSES + j], p * ((p - (j == 7 ? 1 : 0)) - dot)));
        }
        assertThat(gradientError).as("squared errors: gradient").isLessThan(3 * TOLERANCE);
    }

    private static double error(float actual, double expected) {
        return Math.abs(actual / expected - 1);
    }

    private float loss(String name, Style style, float[] z) {
        Workspace ws = passes(name, style, z);
        return model(name, style).loss(ws, 1);
    }

    /** Forward and backward of one sample of class 7, whose logits are z. */
    private Workspace passes(String name, Style style, float[] z) {
        Model model = model(name, style);
        Arrays.fill(model.parameters().values(), 0);
        System.arraycopy(z, 0, model.parameters().values(), CLASSES, CLASSES);
        Workspace ws = model.workspace(1);
        ws.targets()[7] = 1;
        model.forwardTraining(ws, 1);
        model.backward(ws, 1);
        return ws;
    }

    private static void assertRight(double actual, double expected) {
        assertThat(actual / expected).isCloseTo(1, within(TOLERANCE));
    }
}
