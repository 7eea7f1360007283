package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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

/** Convolution and pooling against what PyTorch computes in double precision, in every style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PyTorchImagesTest {

    private static final double TOLERANCE = 1e-5;

    private final List<JsonObject> cases = Tensors.cases("/reference/images.json");
    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            for (Style style : Style.values()) {
                sources.put("nets." + name(i, style), declaration(cases.get(i), name(i, style), style));
            }
        }
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    private static String name(int i, Style style) {
        return "Image" + i + "_" + style;
    }

    /** A layer behind two that hand their input on: one learns, so that the gradient in the other's output is needed. */
    private static String declaration(JsonObject expected, String name, Style style) {
        int[] x = Tensors.shape(expected.get("input"));
        return Declaration.head("nets") + """
                @Network(input = {%d, %d, %d}, loss = Loss.HALF_SQUARED_ERROR, style = Style.%s)
                public interface %s {
                    @Conv2d(filters = %3$d, kernel = 1, groups = %3$d, useBias = false,
                            initializer = Initializer.CONSTANT, initializerScale = 1)
                    Layer probe();

                    @Activate(Activation.IDENTITY)
                    Layer kept();

                    @%6$s
                    Layer layer();
                }
                """.formatted(x[2], x[3], x[1], style, name, annotation(expected));
    }

    private static String annotation(JsonObject expected) {
        String op = expected.get("op").getAsString();
        JsonObject attributes = expected.getAsJsonObject("attrs");
        if (op.equals("global_avg_pool2d")) {
            return "GlobalAvgPool2d";
        }
        int kernel = attributes.get("kernel").getAsInt();
        String common = "stride = " + attributes.get("stride") + ", explicitPadding = " + attributes.get("padding");
        if (op.equals("conv2d")) {
            int filters = Tensors.shape(expected.getAsJsonObject("parameters").get("weight"))[0];
            return "Conv2d(filters = %d, kernel = %d, %s, dilation = %s, groups = %s)"
                    .formatted(filters, kernel, common, attributes.get("dilation"), attributes.get("groups"));
        }
        return (op.startsWith("max") ? "MaxPool2d" : "AvgPool2d") + "(size = " + kernel + ", " + common + ")";
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void layersAreThose(Style style) {
        assertThat(cases).hasSize(12);
        for (int i = 0; i < cases.size(); i++) {
            JsonObject expected = cases.get(i);
            String what = expected.get("op").getAsString() + " " + expected.get("attrs") + " ";
            Model model = compilation.model("nets." + name(i, style) + "Model");
            JsonObject parameters = expected.getAsJsonObject("parameters");
            if (parameters.has("weight")) {
                model.parameters().layer(2).setWeights(Tensors.floats(kernels(parameters.get("weight"))));
                model.parameters().layer(2).setBias(Tensors.floats(Tensors.numbers(parameters.get("bias"))));
            }
            double[] x = pixels(expected.get("input"));
            int n = Tensors.shape(expected.get("input"))[0];
            Workspace ws = model.workspace(n);
            System.arraycopy(Tensors.floats(x), 0, ws.input(), 0, x.length);
            model.forwardTraining(ws, n);
            Tensors.assertClose(what + "output", ws.output(), 0, pixels(expected.get("output")), TOLERANCE);

            // da = (a − t)/n, so t = a − n·da gives the output gradient that PyTorch was given.
            double[] da = pixels(expected.get("output_gradient"));
            for (int k = 0; k < da.length; k++) {
                ws.targets()[k] = (float) (ws.output()[k] - n * da[k]);
            }
            model.backward(ws, n);
            Tensors.assertClose(what + "dx", ws.gradient(1), 0, pixels(expected.get("input_gradient")), TOLERANCE);
            JsonObject gradients = expected.getAsJsonObject("parameter_gradients");
            if (gradients.has("weight")) {
                double[] dw = kernels(gradients.get("weight"));
                int probes = Tensors.shape(expected.get("input"))[1];
                Tensors.assertClose(what + "dW", ws.gradients(), probes, dw, TOLERANCE);
                double[] db = Tensors.numbers(gradients.get("bias"));
                Tensors.assertClose(what + "db", ws.gradients(), probes + dw.length, db, TOLERANCE);
            }
        }
    }

    /** Images [n][channels][height][width] as ours, [n][height][width][channels]. */
    private static double[] pixels(JsonElement tensor) {
        int[] shape = Tensors.shape(tensor);
        double[] numbers = Tensors.numbers(tensor);
        double[] turned = new double[numbers.length];
        int pixels = shape[2] * shape[3];
        for (int i = 0; i < numbers.length; i++) {
            int s = i / (shape[1] * pixels);
            int channel = i / pixels % shape[1];
            turned[(s * pixels + i % pixels) * shape[1] + channel] = numbers[i];
        }
        return turned;
    }

    /** Weights [filters][channels][height][width] as ours, [height][width][channels][filters]. */
    private static double[] kernels(JsonElement tensor) {
        int[] shape = Tensors.shape(tensor);
        double[] numbers = Tensors.numbers(tensor);
        double[] turned = new double[numbers.length];
        int positions = shape[2] * shape[3];
        for (int i = 0; i < numbers.length; i++) {
            int filter = i / (shape[1] * positions);
            int channel = i / positions % shape[1];
            turned[(i % positions * shape[1] + channel) * shape[0] + filter] = numbers[i];
        }
        return turned;
    }
}
