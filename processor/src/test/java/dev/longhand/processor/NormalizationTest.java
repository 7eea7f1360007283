package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.model.Uncertainty;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Sgd;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.LayerDescription;
import dev.longhand.processor.interpreter.Normalizations.BatchNorm;
import dev.longhand.processor.interpreter.Normalizations.LayerNorm;
import dev.longhand.processor.interpreter.Normalizations.Noise;
import dev.longhand.processor.interpreter.Normalizations.Reshape;
import dev.longhand.training.GradientCheck;
import dev.longhand.training.NumericalGradient;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Compiled normalizations in every style: against PyTorch, central differences, and what they promise. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NormalizationTest {

    private static final double TOLERANCE = 1e-5;

    private final List<JsonObject> cases = Tensors.cases("/reference/normalizations.json");
    private StyledModels models;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, Description> declared = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            declared.put("Case" + i, probed(cases.get(i)));
        }
        declared.put(
                "Image",
                Description.of(
                        24,
                        Loss.MEAN_SQUARED_ERROR,
                        Dense.of("hidden", 24, Activation.IDENTITY),
                        new Reshape("image", List.of(2, 4, 3)),
                        new BatchNorm("colours", 0.75f, 0.1f),
                        new Activate("tanh", Function.of(Activation.TANH)),
                        new LayerNorm("pixels", 0.1f),
                        new Noise("noise", 0.25f),
                        new Reshape("row", List.of(24)),
                        new BatchNorm("norm", Float.NaN, 0.3f),
                        Dense.of("output", 2, Activation.IDENTITY)));
        declared.put(
                "Classes",
                Description.of(
                        6,
                        Loss.CROSS_ENTROPY,
                        Dense.of("hidden", 40, Activation.IDENTITY),
                        new BatchNorm("norm", Float.NaN, Float.NaN),
                        new Activate("relu", Function.of(Activation.RELU)),
                        Dense.of("output", 3, Activation.SOFTMAX)));
        declared.put(
                "Pixels",
                new Description(
                        List.of(2, 4, 3),
                        List.of(new BatchNorm("colours", Float.NaN, Float.NaN)),
                        Loss.MEAN_SQUARED_ERROR,
                        Float.NaN,
                        Float.NaN));
        declared.put(
                "Channels",
                new Description(
                        List.of(30, 30, 3),
                        List.of(new BatchNorm("colours", Float.NaN, Float.NaN)),
                        Loss.MEAN_SQUARED_ERROR,
                        Float.NaN,
                        Float.NaN));
        for (int size : new int[] {64, 768}) {
            declared.put("Row" + size, Description.of(size, Loss.MEAN_SQUARED_ERROR, new LayerNorm("norm", Float.NaN)));
        }
        models = StyledModels.compile(Compiler.JAVAC, directory, declared);
    }

    /** The layer behind a dense one that will hand its input on, whose output's gradient is then that of the input. */
    private static Description probed(JsonObject expected) {
        int[] shape = Tensors.shape(expected.get("input"));
        int size = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
        List<LayerDescription> layers = new ArrayList<>();
        layers.add(Dense.of("probe", size, Activation.IDENTITY));
        if (shape.length == 4) {
            layers.add(new Reshape("image", List.of(shape[2], shape[3], shape[1])));
        }
        boolean ofBatch = expected.get("op").getAsString().startsWith("batch");
        layers.add(ofBatch ? new BatchNorm("norm", 0.9f, Float.NaN) : new LayerNorm("norm", Float.NaN));
        return Description.of(size, Loss.HALF_SQUARED_ERROR, layers.toArray(LayerDescription[]::new));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void layersAreThoseOfPyTorch(Style style) {
        assertThat(cases).hasSize(5);
        for (int i = 0; i < cases.size(); i++) {
            JsonObject expected = cases.get(i);
            String op = expected.get("op").getAsString();
            Model model = models.model("Case" + i, style);
            Layer norm = prepare(model, expected);
            int[] shape = Tensors.shape(expected.get("input"));
            float[] x = channelsLast(expected, "input");
            float[] output = channelsLast(expected, "output");
            if (op.contains("eval")) {
                Tensors.assertClose(op, model.predict(x), 0, doubles(output), TOLERANCE);
                continue;
            }
            int n = shape[0];
            Workspace ws = model.workspace(n);
            System.arraycopy(x, 0, ws.input(), 0, x.length);
            model.forwardTraining(ws, n);
            Tensors.assertClose(op + ": output", ws.output(), 0, doubles(output), TOLERANCE);
            // da = (a − t)/n, so t = a − n·da gives the output gradient that PyTorch was given.
            float[] da = channelsLast(expected, "output_gradient");
            for (int k = 0; k < da.length; k++) {
                ws.targets()[k] = ws.output()[k] - n * da[k];
            }
            model.backward(ws, n);
            JsonObject gradients = expected.getAsJsonObject("parameter_gradients");
            int gamma = model.info().parameterCount() - 2 * norm.get("gamma").length;
            double[] dGamma = Tensors.numbers(gradients.get("weight"));
            Tensors.assertClose(op + ": dγ", ws.gradients(), gamma, dGamma, TOLERANCE);
            Tensors.assertClose(
                    op + ": dβ",
                    ws.gradients(),
                    gamma + dGamma.length,
                    Tensors.numbers(gradients.get("bias")),
                    TOLERANCE);
            Tensors.assertClose(
                    op + ": dx", ws.gradient(0), 0, doubles(channelsLast(expected, "input_gradient")), TOLERANCE);
            model.updateState(ws, n);
            if (norm.arrays().contains("runningMean")) {
                JsonObject after = expected.getAsJsonObject("buffers_after");
                Tensors.assertClose(
                        op, norm.get("runningMean"), 0, Tensors.numbers(after.get("running_mean")), TOLERANCE);
                Tensors.assertClose(
                        op, norm.get("runningVariance"), 0, Tensors.numbers(after.get("running_var")), TOLERANCE);
            }
        }
    }

    private static Layer prepare(Model model, JsonObject expected) {
        int size = model.info().input().size();
        float[] identity = new float[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        model.parameters().layer(0).setWeights(identity);
        List<Layer> layers = model.parameters().layers();
        Layer norm = layers.get(layers.size() - 1);
        JsonObject parameters = expected.getAsJsonObject("parameters");
        norm.set("gamma", Tensors.floats(Tensors.numbers(parameters.get("weight"))));
        norm.set("beta", Tensors.floats(Tensors.numbers(parameters.get("bias"))));
        if (parameters.has("running_mean")) {
            norm.set("runningMean", Tensors.floats(Tensors.numbers(parameters.get("running_mean"))));
            norm.set("runningVariance", Tensors.floats(Tensors.numbers(parameters.get("running_var"))));
        }
        return norm;
    }

    /** PyTorch's images, [n][c][h][w], as ours, [n][h][w][c]; rows as they are. */
    private static float[] channelsLast(JsonObject expected, String name) {
        float[] numbers = Tensors.floats(Tensors.numbers(expected.get(name)));
        int[] shape = Tensors.shape(expected.get(name));
        if (shape.length == 2) {
            return numbers;
        }
        int pixels = shape[2] * shape[3];
        float[] turned = new float[numbers.length];
        for (int s = 0; s < shape[0]; s++) {
            for (int c = 0; c < shape[1]; c++) {
                for (int i = 0; i < pixels; i++) {
                    turned[(s * pixels + i) * shape[1] + c] = numbers[(s * shape[1] + c) * pixels + i];
                }
            }
        }
        return turned;
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void backwardAgreesWithCentralDifferencesAndChangesNothing(Style style) {
        Model model = models.model("Image", style);
        String before = model.parameters().sha256();
        GradientCheck check = NumericalGradient.check(model, regression(7));
        assertThat(check.largestDifference()).as(check.toString()).isLessThan(2e-3f);
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    private static Dataset regression(int n) {
        Random random = new Random(1);
        float[][] x = new float[n][24];
        float[][] t = new float[n][2];
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < 24; i++) {
                x[s][i] = (float) random.nextGaussian();
            }
            t[s][0] = x[s][0];
            t[s][1] = (float) random.nextGaussian();
        }
        return Dataset.of(x, t);
    }

    private static Dataset classes(int n, int seed) {
        Random random = new Random(seed);
        float[][] x = new float[n][6];
        int[] labels = new int[n];
        for (int s = 0; s < n; s++) {
            labels[s] = random.nextInt(3);
            for (int i = 0; i < 6; i++) {
                x[s][i] = (float) (100 + 30 * random.nextGaussian() + (i == labels[s] ? 90 : 0));
            }
        }
        return Dataset.ofLabels(x, labels, 3);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void batchNormLearnsFromUnscaledDataAndPredictsByRunningStatistics(Style style) {
        Model model = models.model("Classes", style);
        model.parameters().set(models.model("Classes", Style.AUTO).parameters().copy());
        Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(50)
                .epochs(10)
                .fit(classes(1000, 1));
        Dataset test = classes(500, 2);
        assertThat(Evaluation.of(model, test).accuracy()).isGreaterThan(0.9);
        float[] all = model.predict(test.inputs());
        for (int s = 0; s < 20; s++) {
            assertThat(model.predict(test.input(s))).containsExactly(Arrays.copyOfRange(all, 3 * s, 3 * s + 3));
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void samplingIsRandomOnlyWhereThereIsNoise(Style style) {
        Dataset data = regression(5);
        Model noisy = models.model("Image", style);
        Uncertainty sampled = noisy.sample(data.inputs(), 2000, 3);
        float[] predicted = noisy.predict(data.inputs());
        for (int i = 0; i < predicted.length; i++) {
            assertThat(sampled.deviation()[i]).isBetween(0.01f, 2f);
            assertThat(sampled.mean()[i]).isCloseTo(predicted[i], within(0.2f * sampled.deviation()[i]));
        }
        Model certain = models.model("Classes", style);
        float[] x = classes(5, 1).inputs();
        Uncertainty same = certain.sample(x, 3, 1);
        assertThat(same.mean()).containsExactly(certain.predict(x));
        assertThat(same.deviation()).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void oneNumberForEachChannelIsNotTrainedOn(Style style) {
        Dataset one = classes(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Trainer.of(models.model("Classes", style)).batchSize(1).fit(classes(5, 1)))
                .withMessage("batchSize 1 leaves batch norm \"norm\" of Classes_" + style + " one number for each"
                        + " channel, which it turns into 0 whatever the layers before it compute: use batchSize(2) or"
                        + " more, or @LayerNorm instead of @BatchNorm");
        // norm has one number for each channel here too; colours has 8.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingStep.of(models.model("Image", style), Sgd.learningRate(1e-6), 1, 1))
                .withMessageContaining("batch norm \"norm\" of Image_" + style);
        Model pixels = models.model("Pixels", style);
        try (TrainingStep step = TrainingStep.of(pixels, Sgd.learningRate(1e-6), 1, 1)) {
            assertThat(step.run(new float[24], new float[24])).isFinite();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(models.model("Classes", style)).fit(one))
                .withMessageStartingWith("a data set of 1 sample leaves batch norm \"norm\"");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void constantRowsBecomeBeta(Style style) {
        for (String network : List.of("Row64", "Row768")) {
            Model model = models.model(network, style);
            int size = model.info().input().size();
            float value = size == 64 ? 7.7f : 33.3f;
            float[] beta = new float[size];
            Arrays.fill(beta, 0.25f);
            model.parameters().layer(0).set("beta", beta);
            float[] x = new float[3 * size];
            Arrays.fill(x, value);
            double tolerance = size == 64 ? 2e-5 : 2e-4;
            for (float a : model.predict(x)) {
                assertThat((double) a).isCloseTo(0.25, within(tolerance));
            }
        }
        // A channel that is constant in the batch, 33.3 at each of its 900 · 3 positions.
        Model model = models.model("Channels", style);
        Workspace ws = model.workspace(3);
        for (int i = 0; i < 3 * 2700; i++) {
            ws.input()[i] = i % 3 == 1 ? 33.3f : i % 7;
        }
        model.forwardTraining(ws, 3);
        for (int i = 1; i < 3 * 2700; i += 3) {
            assertThat((double) ws.output()[i]).isCloseTo(0, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aStepOfOneSampleLeavesRunningStatisticsOfDenseLayersAlone(Style style) {
        Model model = models.model("Classes", style);
        float[] before = model.parameters().state().clone();
        Dataset data = classes(1, 1);
        Workspace ws = model.workspace(1);
        data.copyInputs(0, 1, ws.input());
        data.copyTargets(0, 1, ws.targets());
        model.forwardTraining(ws, 1);
        assertThat(model.backward(ws, 1)).isFinite();
        model.updateState(ws, 1);
        assertThat(model.parameters().state()).containsExactly(before);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void stepsAndPredictionsAllocateNothingAfterWarmUp(Style style) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Model model = models.model("Image", style);
        Dataset data = regression(20);
        float[] x = data.inputs();
        float[] t = data.targets();
        float[] y = new float[40];
        long allocated = Long.MAX_VALUE;
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.001), 20, 1)) {
            for (int round = 0; round < 500 && allocated > 0; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 50; i++) {
                    step.run(x, t);
                    model.predict(x, 20, y);
                }
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
        assertThat(allocated).isZero();
    }
}
