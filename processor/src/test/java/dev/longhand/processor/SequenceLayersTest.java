package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Declaration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Convolution and pooling of sequences against the examples of ONNX, and by hand, in every style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SequenceLayersTest {

    private static final double TOLERANCE = 1e-5;

    private final List<JsonObject> cases = Tensors.cases("/reference/sequences.json");
    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Style style : Style.values()) {
            for (int i = 0; i < cases.size(); i++) {
                int[] x = Tensors.shape(cases.get(i).get("input"));
                sources.put(
                        "nets.Case" + i + style,
                        declaration(
                                "Case" + i,
                                x[2] + ", " + x[1],
                                style,
                                "@" + cases.get(i).get("layer").getAsString() + " Layer layer();"));
            }
            sources.put("nets.Hand" + style, declaration("Hand", "5, 1", style, """
                    @Conv1d(filters = 1, kernel = 3, stride = 2, explicitPadding = {2, 0}, weights = {1, 10, 100},
                            bias = 0.5f)
                    Layer conv();

                    @MaxPool1d(size = 2, stride = 1)
                    Layer max();

                    @AvgPool1d(explicitPadding = {0, 1})
                    Layer mean();
                    """));
        }
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    private static String declaration(String name, String input, Style style, String layers) {
        return Declaration.head("nets") + """
                @Network(input = {%s}, loss = Loss.HALF_SQUARED_ERROR, style = Style.%s)
                public interface %s%s {
                %s
                }
                """.formatted(input, style, name, style, layers);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void outputsAreThoseOfTheExamples(Style style) {
        assertThat(cases).hasSize(5);
        for (int i = 0; i < cases.size(); i++) {
            JsonObject expected = cases.get(i);
            Model model = compilation.model("nets.Case" + i + style + "Model");
            if (expected.has("weight")) {
                model.parameters().layer(0).setWeights(Tensors.floats(kernels(expected.get("weight"))));
                model.parameters().layer(0).setBias(Tensors.floats(Tensors.numbers(expected.get("bias"))));
            }
            float[] x = Tensors.floats(steps(expected.get("input")));
            int n = Tensors.shape(expected.get("input"))[0];
            Workspace ws = model.workspace(n);
            System.arraycopy(x, 0, ws.input(), 0, x.length);
            model.forwardTraining(ws, n);
            String what = expected.get("layer").getAsString();
            Tensors.assertClose(what, ws.output(), 0, steps(expected.get("output")), TOLERANCE);
        }
    }

    // x = 1 2 3 4 5, with two zeros before it: 0 0 1 | 1 2 3 | 3 4 5
    // conv: 100.5, 1 + 20 + 300 + 0.5 = 321.5, 3 + 40 + 500 + 0.5 = 543.5
    // max: 321.5, 543.5; mean: 432.5; with the zero behind, only whole pools count
    @ParameterizedTest
    @EnumSource(Style.class)
    void numbersAreThoseByHand(Style style) {
        Model model = compilation.model("nets.Hand" + style + "Model");
        Workspace ws = model.workspace(1);
        System.arraycopy(new float[] {1, 2, 3, 4, 5}, 0, ws.input(), 0, 5);
        model.forwardTraining(ws, 1);
        assertThat(ws.output()[0]).isEqualTo(432.5f);
        assertThat(model.parameters().layer(0).outputShape()).isEqualTo(Shape.of(3, 1));
        assertThat(model.parameters().layer(2).outputShape()).isEqualTo(Shape.of(1, 1));

        // da = 1; half of it to each maximum, outputs 1 and 2 of the convolution
        ws.targets()[0] = 431.5f;
        model.backward(ws, 1);
        float[] dw = {0.5f * (1 + 3), 0.5f * (2 + 4), 0.5f * (3 + 5)};
        assertThat(ws.gradients()).startsWith(dw[0], dw[1], dw[2], 1);
    }

    /** Sequences [n][channels][time] as ours, [n][time][channels]. */
    private static double[] steps(JsonElement tensor) {
        int[] shape = Tensors.shape(tensor);
        double[] numbers = Tensors.numbers(tensor);
        double[] turned = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int s = i / (shape[1] * shape[2]);
            int channel = i / shape[2] % shape[1];
            turned[(s * shape[2] + i % shape[2]) * shape[1] + channel] = numbers[i];
        }
        return turned;
    }

    /** Weights [filters][channels][kernel] as ours, [kernel][channels][filters]. */
    private static double[] kernels(JsonElement tensor) {
        int[] shape = Tensors.shape(tensor);
        double[] numbers = Tensors.numbers(tensor);
        double[] turned = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int filter = i / (shape[1] * shape[2]);
            int channel = i / shape[2] % shape[1];
            turned[(i % shape[2] * shape[1] + channel) * shape[0] + filter] = numbers[i];
        }
        return turned;
    }
}
