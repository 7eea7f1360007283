package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.processor.interpreter.Embedding;
import dev.longhand.processor.interpreter.Interpreter;
import dev.longhand.processor.interpreter.LayerDescription;
import dev.longhand.processor.interpreter.Recurrent;
import dev.longhand.training.History;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled recurrent networks: beside PyTorch, beside central differences, in threads, and without garbage. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecurrentModelsTest {

    private static final double TOLERANCE = 1e-5;
    private static final List<String> KINDS = List.of("Rnn", "Gru", "Lstm");

    private final List<JsonObject> references = Tensors.cases("/reference/recurrent.json");
    private final Map<String, Description> combinations = combinations();
    private StyledModels models;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, Description> declared = new LinkedHashMap<>(combinations);
        for (String kind : KINDS) {
            declared.put(kind + "Sequence", probed(Recurrent.of("layer", kind, 4, true)));
            declared.put(kind + "Last", sequence(5, 3, Recurrent.of("layer", kind, 4, false)));
        }
        declared.put("Letters", letters());
        models = StyledModels.compile(Compiler.JAVAC, directory, declared);
    }

    private static Description sequence(int time, int features, LayerDescription... layers) {
        return new Description(List.of(time, features), List.of(layers), Loss.HALF_SQUARED_ERROR, Float.NaN, Float.NaN);
    }

    /** A layer behind one that hands each step on, whose output's gradient is then that of the input. */
    private static Description probed(LayerDescription layer) {
        Start identity = Start.values(1, 0, 0, 0, 1, 0, 0, 0, 1);
        return sequence(
                5, 3, new Dense("probe", 3, Function.of(Activation.IDENTITY), false, identity, Start.BIAS), layer);
    }

    /** A network of all kinds, large enough for threads to share its steps. */
    private static Description letters() {
        return Description.of(
                12,
                Loss.CROSS_ENTROPY,
                new Embedding("letters", 20, 8),
                Recurrent.of("lstm", "Lstm", 24, true),
                Recurrent.of("gru", "Gru", 20, true),
                Recurrent.of("rnn", "Rnn", 28, true),
                Dense.of("output", 20, Activation.SOFTMAX));
    }

    /** Whatever changes the code of a layer: the last of each pair reads what a layer has learnt. */
    private static Map<String, Description> combinations() {
        Map<String, Description> combinations = new LinkedHashMap<>();
        for (String kind : KINDS) {
            for (int time : new int[] {1, 4}) {
                for (boolean returnSequences : new boolean[] {false, true}) {
                    for (boolean useBias : new boolean[] {false, true}) {
                        Recurrent layer =
                                new Recurrent("layer", kind, 3, returnSequences, useBias, Function.of(Activation.TANH));
                        String name = "%s%d%s%s"
                                .formatted(kind, time, returnSequences ? "All" : "End", useBias ? "Bias" : "NoBias");
                        combinations.put(name, sequence(time, 2, layer));
                        combinations.put(
                                name + "OnAnother", sequence(time, 2, Dense.of("before", 3, Activation.TANH), layer));
                    }
                }
            }
        }
        for (Activation activation : Activation.values()) {
            boolean hasDerivative = activation != Activation.STEP && activation != Activation.SIGN;
            if (hasDerivative && activation != Activation.SOFTMAX && activation != Activation.LOG_SOFTMAX) {
                combinations.put(
                        "RnnOf" + activation,
                        sequence(4, 2, new Recurrent("layer", "Rnn", 3, true, true, Function.of(activation))));
            }
        }
        return combinations;
    }

    @Test
    void gradientsAreCentralDifferencesWhateverChangesTheCode() {
        assertThat(combinations).hasSize(58);
        combinations.forEach((name, network) -> {
            Random random = new Random(name.hashCode());
            int n = 3;
            double[][] x = rows(random, n, network.inputSize());
            double[][] t = rows(random, n, network.outputSize());
            int count = network.parameterSizes().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            double[] p = rows(random, 1, count)[0];
            Interpreter interpreter = new Interpreter(network);
            Interpreter.Batch batch = new Interpreter.Batch(x, t, interpreter.draws(1, 1, n));
            double[] expected = IntStream.range(0, count)
                    .mapToDouble(i -> interpreter.centralDifference(p, batch, i))
                    .toArray();
            for (Style style : List.of(Style.LOOPS, Style.KERNELS)) {
                Model model = models.model(name, style);
                model.parameters().set(Tensors.floats(p));
                Workspace ws = model.workspace(n);
                fill(ws.input(), x);
                fill(ws.targets(), t);
                model.forwardTraining(ws, n);
                model.backward(ws, n);
                Tensors.assertClose(style + " of " + name, ws.gradients(), 0, expected, TOLERANCE);
            }
        });
    }

    private static double[][] rows(Random random, int n, int size) {
        double[][] rows = new double[n][size];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> (float) (0.7 * random.nextGaussian()));
        }
        return rows;
    }

    private static void fill(float[] array, double[][] rows) {
        float[] values = Tensors.floats(
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
        System.arraycopy(values, 0, array, 0, values.length);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void layersComputeAndLearnLikePyTorchs(Style style) {
        assertThat(references).hasSize(3);
        for (JsonObject reference : references) {
            String kind = KINDS.get(references.indexOf(reference));
            assertThat(reference.get("op").getAsString()).startsWithIgnoringCase(kind);
            double[] x = Tensors.numbers(reference.get("input"));
            double[] output = Tensors.numbers(reference.get("output"));
            float[] parameters = Tensors.floats(ours(kind, reference.getAsJsonObject("parameters")));

            Model last = models.model(kind + "Last", style);
            last.parameters().set(parameters);
            double[] lastStates = IntStream.of(16, 17, 18, 19, 36, 37, 38, 39)
                    .mapToDouble(i -> output[i])
                    .toArray();
            Tensors.assertClose(kind, last.predict(Tensors.floats(x)), 0, lastStates, TOLERANCE);

            Model model = models.model(kind + "Sequence", style);
            System.arraycopy(parameters, 0, model.parameters().values(), 9, parameters.length);
            Workspace ws = model.workspace(2);
            System.arraycopy(Tensors.floats(x), 0, ws.input(), 0, x.length);
            model.forwardTraining(ws, 2);
            Tensors.assertClose(kind, ws.output(), 0, output, TOLERANCE);

            // da = (a − t)/n, so t = a − n·da gives the output gradient that PyTorch was given.
            double[] da = Tensors.numbers(reference.get("output_gradient"));
            for (int k = 0; k < da.length; k++) {
                ws.targets()[k] = (float) (ws.output()[k] - 2 * da[k]);
            }
            model.backward(ws, 2);
            double[] gradients = ours(kind, reference.getAsJsonObject("parameter_gradients"), false);
            Tensors.assertClose(kind + ": gradient", ws.gradients(), 9, gradients, TOLERANCE);
            double[] dx = Tensors.numbers(reference.get("input_gradient"));
            Tensors.assertClose(kind + ": dx", ws.gradient(0), 0, dx, TOLERANCE);
        }
    }

    private static double[] ours(String kind, JsonObject named) {
        return ours(kind, named, true);
    }

    /**
     * PyTorch's arrays as ours: W, U and the bias, which PyTorch has twice, but for gated units, whose r z n are our
     * z r m. The gradient in a sum of two biases is that in either.
     */
    private static double[] ours(String kind, JsonObject named, boolean addBiases) {
        double[] w = turned(kind, Tensors.weights(named.get("weight_ih_l0")));
        double[] u = turned(kind, Tensors.weights(named.get("weight_hh_l0")));
        double[] b = turned(kind, Tensors.numbers(named.get("bias_ih_l0")));
        double[] c = turned(kind, Tensors.numbers(named.get("bias_hh_l0")));
        List<double[]> arrays = new ArrayList<>(List.of(w, u));
        if (kind.equals("Gru")) {
            arrays.add(b);
            arrays.add(c);
        } else {
            arrays.add(IntStream.range(0, b.length)
                    .mapToDouble(i -> addBiases ? b[i] + c[i] : b[i])
                    .toArray());
        }
        return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Rows of r z n as rows of z r m; any other as they are. */
    private static double[] turned(String kind, double[] rows) {
        double[] turned = rows.clone();
        for (int i = 0; kind.equals("Gru") && i < rows.length; i++) {
            int part = i / 4 % 3;
            turned[part == 2 ? i : part == 0 ? i + 4 : i - 4] = rows[i];
        }
        return turned;
    }

    @ParameterizedTest
    @CsvSource({"LOOPS, 2", "KERNELS, 2", "KERNELS, 3"})
    void threadsChangeNoBit(Style style, int threads) {
        assertThat(trained(style, threads)).isEqualTo(trained(style, 1));
    }

    private float[] trained(Style style, int threads) {
        Model model = models.model("Letters", style);
        int n = 40;
        try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(0.01), n, 1, threads)) {
            for (int k = 0; k < 3; k++) {
                step.run(words(n * 12, k), targets(n * 12, k));
            }
        }
        return model.parameters().copy();
    }

    private static float[] words(int count, int seed) {
        return Tensors.floats(
                new Random(seed).ints(count, 0, 20).asDoubleStream().toArray());
    }

    /** The letter after each is the next of the alphabet. */
    private static float[] targets(int count, int seed) {
        float[] x = words(count, seed);
        float[] t = new float[20 * count];
        for (int i = 0; i < count; i++) {
            t[20 * i + ((int) x[i] + 1) % 20] = 1;
        }
        return t;
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void stepsAndPredictionsAllocateNothing(Style style) {
        Model model = models.model("Letters", style);
        int n = 5;
        Workspace ws = model.workspace(n);
        float[] x = words(n * 12, 1);
        float[] y = new float[n * 12 * 20];
        System.arraycopy(x, 0, ws.input(), 0, x.length);
        System.arraycopy(targets(n * 12, 1), 0, ws.targets(), 0, y.length);
        assertThat(Allocation.of(() -> {
                    model.forwardTraining(ws, n);
                    model.backward(ws, n);
                }))
                .isZero();
        assertThat(Allocation.of(() -> model.predict(x, n, y))).isZero();
        assertThat(Allocation.of(() -> model.predict(x, 1, y))).isZero();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void numberThatIsNoWordIsReportedAndTheModelStaysUsable(Style style) {
        Model model = models.model("Letters", style);
        float[] x = words(24, 1);
        float[] expected = model.predict(x);
        for (float wrong : new float[] {20, -1, 2.5f, Float.NaN}) {
            float[] bad = x.clone();
            bad[12 + 7] = wrong;
            assertThatThrownBy(() -> model.predict(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layer \"letters\" looks up whole numbers from 0 to 19, but number 7 of sample 1 of the"
                            + " batch is " + wrong);
            assertThat(model.predict(x)).isEqualTo(expected);
            try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(0.01), 2, 1, 2)) {
                float[] before = model.parameters().copy();
                assertThatThrownBy(() -> step.run(bad, targets(24, 1))).hasMessageContaining("number 7 of sample 1");
                assertThat(model.parameters().copy()).isEqualTo(before);
            }
        }
    }

    @Test
    void forgetBiasStartsAtOneAndTheOthersAtZero() {
        float[] bias =
                models.model("Letters", Style.KERNELS).parameters().layer(1).bias();
        assertThat(Arrays.copyOfRange(bias, 24, 48)).containsOnly(1);
        bias = Arrays.copyOf(bias, 96);
        Arrays.fill(bias, 24, 48, 0);
        assertThat(bias).containsOnly(0);
    }

    @Test
    void everyStepOfASequenceCountsInItsAccuracy() {
        Model model = models.model("Letters", Style.KERNELS);
        Dataset data = Dataset.of(words(36, 1), Shape.of(12), targets(36, 1), 240);
        Evaluation evaluation = Evaluation.of(model, data);
        assertThat(evaluation.confusion().total()).isEqualTo(36);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .epochs(150)
                .validation(data)
                .fit(data);
        assertThat(history.last().accuracy()).isGreaterThan(0.9);
        assertThat(Evaluation.of(model, data).accuracy())
                .isEqualTo(history.last().validationAccuracy())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void lossOfASequenceIsTheMeanOverItsSteps() {
        Model model = models.model("Letters", Style.KERNELS);
        Workspace ws = model.workspace(1);
        System.arraycopy(words(12, 1), 0, ws.input(), 0, 12);
        System.arraycopy(targets(12, 1), 0, ws.targets(), 0, 240);
        model.forward(ws, 1);
        double expected = 0;
        for (int i = 0; i < 240; i++) {
            expected -= ws.targets()[i] * Math.log(ws.output()[i]) / 12;
        }
        assertThat((double) model.loss(ws, 1)).isCloseTo(expected, within(1e-5));
    }
}
