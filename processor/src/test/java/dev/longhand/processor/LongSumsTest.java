package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Declaration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of many numbers of one sign keep their digits, in every style: means of 90,000 numbers around 100. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongSumsTest {

    private static final int PIXELS = 90_000;

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

    private static void assertRight(double actual, double expected) {
        assertThat(actual / expected).isCloseTo(1, within(TOLERANCE));
    }
}
