package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.processor.interpreter.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of layer: the operators that it becomes, and what ONNX Runtime computes with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxLayersTest {

    /** A network: its input, its layers, and the operators of its graph. */
    private record Case(String name, String input, String layers, String operators) {}

    private static final List<Case> CASES = cases();

    private Networks networks;

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        add(cases, "Dense", "5", "@Dense(units = 3) Layer a();", "Gemm");
        add(cases, "DenseWithoutBias", "5", "@Dense(units = 3, useBias = false) Layer a();", "Gemm");
        add(cases, "DenseOfSteps", "{4, 5}", "@Dense(units = 3) Layer a();", "MatMul Add");
        add(
                cases,
                "Conv2d",
                "{9, 8, 4}",
                "@Conv2d(filters = 6, kernel = {3, 2}, stride = {2, 1}, padding = Padding.SAME, groups = 2) Layer a();",
                "Transpose Conv Transpose");
        add(
                cases,
                "DilatedConv2d",
                "{9, 8, 2}",
                "@Conv2d(filters = 3, kernel = 3, dilation = {1, 2}, explicitPadding = {1, 2, 0, 3}) Layer a();",
                "Transpose Conv Transpose");
        add(
                cases,
                "Conv1d",
                "{9, 4}",
                "@Conv1d(filters = 6, kernel = 3, stride = 2, dilation = 2, explicitPadding = {4, 1}) Layer a();",
                "Transpose Conv Transpose");
        add(
                cases,
                "MaxPool2d",
                "{7, 8, 3}",
                "@MaxPool2d(size = {3, 2}, stride = 2, explicitPadding = {2, 0, 1, 1}) Layer a();",
                "Transpose MaxPool Transpose");
        add(
                cases,
                "AvgPool2d",
                "{7, 8, 3}",
                "@AvgPool2d(size = {3, 2}, stride = 2, explicitPadding = {2, 0, 1, 1}) Layer a();",
                "Transpose AveragePool Transpose");
        add(
                cases,
                "MaxPool1d",
                "{7, 3}",
                "@MaxPool1d(size = 3, padding = Padding.SAME) Layer a();",
                "Transpose MaxPool Transpose");
        add(
                cases,
                "AvgPool1d",
                "{7, 3}",
                "@AvgPool1d(size = 3, stride = 1, padding = Padding.SAME) Layer a();",
                "Transpose AveragePool Transpose");
        add(
                cases,
                "GlobalAvgPool2d",
                "{5, 6, 3}",
                "@GlobalAvgPool2d Layer a();",
                "Transpose GlobalAveragePool Flatten");
        add(
                cases,
                "StochasticPool2d",
                "{5, 6, 3}",
                "@Conv2d(filters = 4, kernel = 1) Layer a(); @StochasticPool2d(explicitPadding = {0, 0, 1, 1}) Layer b();",
                "Transpose Conv Relu Mul AveragePool AveragePool Max Div Transpose");
        add(cases, "BatchNorm", "5", "@BatchNorm Layer a();", "BatchNormalization");
        add(
                cases,
                "BatchNormOfImages",
                "{3, 4, 5}",
                "@BatchNorm(epsilon = 0.01) Layer a();",
                "Transpose BatchNormalization Transpose");
        add(cases, "LayerNorm", "{4, 5}", "@LayerNorm(epsilon = 0.01) Layer a();", "LayerNormalization");
        add(cases, "Rnn", "{6, 3}", "@Rnn(units = 4) Layer a();", "Transpose RNN Squeeze");
        add(
                cases,
                "RnnWithoutBias",
                "{6, 3}",
                "@Rnn(units = 4, useBias = false, returnSequences = true) Layer a();",
                "Transpose RNN Squeeze Transpose");
        add(cases, "Gru", "{6, 3}", "@Gru(units = 4) Layer a();", "Transpose GRU Squeeze");
        add(
                cases,
                "Grus",
                "{6, 3}",
                "@Gru(units = 4, returnSequences = true) Layer a(); @Gru(units = 2, useBias = false) Layer b();",
                "Transpose GRU Squeeze GRU Squeeze");
        add(cases, "Lstm", "{6, 3}", "@Lstm(units = 4) Layer a();", "Transpose LSTM Squeeze");
        add(
                cases,
                "Lstms",
                "{6, 3}",
                "@Lstm(units = 4, returnSequences = true) Layer a(); @Lstm(units = 2, useBias = false) Layer b();",
                "Transpose LSTM Squeeze LSTM Squeeze");
        add(cases, "Embedding", "6", "@Embedding(vocabulary = 9, dimensions = 3) Layer a();", "Gather");
        add(
                cases,
                "EmbeddingOfTable",
                "{2, 3}",
                "@Flatten Layer row(); @Embedding(vocabulary = 9, dimensions = 3) Layer a();",
                "Flatten Gather");
        add(cases, "EmbeddingBesideDense", "6", """
                @Embedding(vocabulary = 9, dimensions = 3) Layer a();
                @Flatten Layer row();
                @Dense(units = 4) @From("input") Layer b();
                @Concat @From({"row", "b"}) Layer c();
                """, "Cast Gather Flatten Gemm Concat");
        add(cases, "Dropout", "5", "@Dropout(rate = 0.5) Layer a(); @Dense(units = 2) Layer b();", "Dropout Gemm");
        add(
                cases,
                "GaussianNoise",
                "5",
                "@GaussianNoise(stddev = 0.5) Layer a(); @Dense(units = 2) Layer b();",
                "Identity Gemm");
        add(
                cases,
                "Views",
                "{2, 6}",
                "@Reshape({2, 2, 3}) Layer a(); @Conv2d(filters = 2, kernel = 2) Layer b(); @Flatten Layer c();",
                "Reshape Transpose Conv Transpose Flatten");
        add(cases, "Merges", "5", """
                @Dense(units = 5) Layer a();
                @Multiply @From({"a", "input"}) Layer b();
                @Add @From({"a", "input", "b"}) Layer c();
                @Concat @From({"a", "b", "c"}) Layer d();
                """, "Gemm Mul Add Add Concat");
        add(cases, "ImageMerges", "{4, 5, 2}", """
                @Conv2d(filters = 2, kernel = 1) Layer a();
                @Add @From({"a", "input"}) Layer b();
                @Concat @From({"a", "b", "input"}) Layer c();
                @MaxPool2d Layer d();
                """, "Transpose Conv Add Concat MaxPool Transpose");
        add(cases, "Inputs", "", """
                @Input({4, 4, 2}) Layer photo();
                @Conv2d(filters = 3, kernel = 2) Layer seen();
                @Flatten Layer row();
                @Input(5) Layer facts();
                @Concat @From({"row", "facts"}) Layer all();
                """, "Transpose Conv Transpose Flatten Concat");
        for (Activation activation : Activation.values()) {
            String operators = operators(activation);
            String name = "activation = Activation." + activation;
            add(cases, "Dense_" + activation, "5", "@Dense(units = 3, " + name + ") Layer a();", "Gemm" + operators);
            add(
                    cases,
                    "Activate_" + activation,
                    "5",
                    "@Activate(Activation." + activation + ") Layer a();",
                    operators.isEmpty() ? "Identity" : operators.trim());
            if (activation.hasSlope()) {
                String scaled = activation == Activation.SIGMOID || activation == Activation.TANH ? " Mul" : "";
                add(
                        cases,
                        "Sloped_" + activation,
                        "5",
                        "@Dense(units = 3, slope = 0.75, " + name + ") Layer a();",
                        "Gemm" + scaled + operators);
            }
            if (activation != Activation.SOFTMAX && activation != Activation.LOG_SOFTMAX) {
                String slope = activation.hasSlope() ? ", slope = 0.75" : "";
                add(
                        cases,
                        "Rnn_" + activation,
                        "{6, 3}",
                        "@Rnn(units = 4, " + name + slope + ") Layer a();",
                        isRefused(activation) ? "" : "Transpose RNN Squeeze");
            }
        }
        return cases;
    }

    private static String operators(Activation activation) {
        return switch (activation) {
            case STEP, SIGN -> " Greater Where";
            case IDENTITY -> "";
            case SIGMOID -> " Sigmoid";
            case HARD_SIGMOID -> " HardSigmoid";
            case TANH -> " Tanh";
            case RELU -> " Relu";
            case LEAKY_RELU -> " LeakyRelu";
            case ELU -> " Elu";
            case GELU -> " Div Erf Add Mul Mul";
            case SILU -> " Sigmoid Mul";
            case SOFTPLUS -> " Softplus";
            case SOFTMAX -> " Softmax";
            case LOG_SOFTMAX -> " LogSoftmax";
        };
    }

    private static boolean isRefused(Activation activation) {
        return Stream.of(Activation.STEP, Activation.SIGN, Activation.GELU, Activation.SILU)
                .anyMatch(activation::equals);
    }

    private static void add(List<Case> cases, String name, String input, String layers, String operators) {
        cases.add(new Case(name, input, layers, operators));
    }

    static List<Case> expressible() {
        return CASES.stream().filter(one -> !one.operators().isEmpty()).toList();
    }

    @BeforeAll
    void compile(@TempDir Path directory) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Case one : CASES) {
            String input = one.input().isEmpty() ? "" : "input = " + one.input() + ", ";
            String loss = one.name().endsWith("SOFTMAX") ? "CROSS_ENTROPY" : "MEAN_SQUARED_ERROR";
            sources.put(
                    "nets.Net" + one.name(),
                    Declaration.head("nets") + """
                    @Network(%sloss = Loss.%s)
                    public interface Net%s {
                    %s
                    }
                    """.formatted(input, loss, one.name(), one.layers()));
        }
        networks = Networks.compile(directory, sources);
    }

    private Model model(Case one) {
        return networks.model("nets.Net" + one.name() + "Model", 7);
    }

    private static float[] samples(Model model, int n) {
        Random random = new Random(n);
        boolean isText =
                model.info().layers().stream().anyMatch(layer -> layer.kind().equals("Embedding"));
        float[] x = new float[n * model.info().input().size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = isText ? random.nextInt(9) : (float) random.nextGaussian();
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("expressible")
    void onnxRuntimePredictsTheSame(Case one) {
        Model model = model(one);
        byte[] file = Onnx.of(model).bytes();
        GraphRules.check(file);
        try (Session session = new Session(file)) {
            for (int n : new int[] {1, 7}) {
                float[] x = samples(model, n);
                Close.to(session.predict(model, x), model.predict(x), one.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("expressible")
    void layersBecomeFewOperators(Case one) {
        assertThat(GraphRules.read(Onnx.of(model(one)).bytes()).getGraph().getNodeList().stream()
                        .map(NodeProto::getOpType)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(one.operators());
    }

    @Test
    void recurrencesThatOnnxDoesntKnowAreRefused() {
        CASES.stream()
                .filter(one -> one.operators().isEmpty())
                .forEach(one -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Onnx.of(model(one)).bytes())
                        .withMessage(
                                "Net%s can't be written as ONNX: layer \"a\" (Rnn) has the activation %s, which ONNX's"
                                        + " operator RNN doesn't know",
                                one.name(), one.name().substring("Rnn_".length())));
    }

    @Test
    void everyKindOfLayerIsKnown() throws IOException {
        List<String> kinds;
        try (Stream<Path> files = Files.list(Path.of("../../api/src/main/java/dev/longhand/layer"))) {
            kinds = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info") && !name.equals("Input"))
                    .toList();
        }
        assertThat(kinds).hasSizeGreaterThan(20);
        for (String kind : kinds) {
            LayerInfo layer = ModelInfo.builder("Net", Loss.HUBER, 2)
                    .layer("a", kind, "", 2)
                    .build()
                    .layers()
                    .get(0);
            assertThat(LayerExports.refusal(layer)).as(kind).isEmpty();
        }
    }

    @Test
    void unknownKindsAreRefused() {
        ModelInfo info = ModelInfo.builder("Net", Loss.HUBER, 2)
                .layer("a", "Fourier", "", 2)
                .build();
        assertThat(LayerExports.refusal(info.layers().get(0))).contains("is of a kind that has no ONNX operators here");
    }
}
