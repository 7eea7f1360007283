package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Style;
import dev.longhand.io.Weights;
import dev.longhand.model.Lengths;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Sgd;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.training.TrainingStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Standalone files: compiled alone for Java 11 without a warning, they compute what the same networks do in the style
 * LOOPS, to the bit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneTest {

    private static final String HEAD = "package alone;\n" + Declarations.HEAD;

    private static final String TAGS = """
            @Network(input = {5, 3}, loss = Loss.CROSS_ENTROPY, masked = true, style = Style.LOOPS,
                    standalone = true, standaloneLearns = true)
            interface Tags {
                @Lstm(units = 4, returnSequences = true) Layer reader();
                @Gru(units = 3) Layer last();
                @Dropout(rate = 0.25) Layer dropout();
                @Penalty(l1 = 0.01, l2 = 0.1)
                @Dense(units = 2, activation = Activation.SOFTMAX) Layer output();
            }
            """;

    private static final String CLASHES = """
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS, standalone = true,
                    standaloneLearns = true)
            interface Clashes {
                @Frozen @Penalty(l2 = 0.1) @Dense(units = 2) Layer x();
                @Frozen @BatchNorm Layer state();
                @Dense(units = 2, activation = Activation.GELU) Layer p();
                @Dense(units = 2) Layer g();
                @Dense(units = 2) Layer dX();
                @Dense(units = 2) Layer pZ();
                @Dropout(rate = 0.5) Layer ws();
                @Dense(units = 2) Layer samples();
                @Dense(units = 1) Layer n();
            }
            """;

    private Path folder = Path.of("");
    private Compilation compilation;
    private ClassLoader loader;
    private Map<String, String> sources = Map.of();

    @BeforeAll
    void compile(@TempDir Path directory) {
        folder = directory;
        Map<String, String> declared = new LinkedHashMap<>();
        networks().forEach(i -> {
            String source = Declaration.file("nets", "Net" + i, RandomNetworksTest.describe(i), Style.LOOPS);
            declared.put(
                    "nets.Net" + i,
                    source.replace("@Network(", "@Network(standalone = true, standaloneLearns = true, "));
        });
        declared.put("alone.Tags", HEAD + TAGS);
        declared.put("alone.Clashes", HEAD + CLASHES);
        declared.put("alone.Deep", HEAD + deep(120));
        compilation = Compilation.of(Compiler.JAVAC, directory, declared);
        sources = StandaloneFile.sources(compilation);
        loader = StandaloneFile.loader(StandaloneFile.compile(
                ToolProvider.getSystemJavaCompiler(), directory, sources, "--release", "11", "-Xlint:all", "-Werror"));
    }

    /** A network of so many layers, and as many again that add what two of them give. */
    private static String deep(int layers) {
        StringBuilder source =
                new StringBuilder("@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS,"
                        + " standalone = true, standaloneLearns = true)\npublic interface Deep {\n");
        String last = "input";
        for (int i = 0; i < layers; i++) {
            source.append(
                    "@From(\"" + last + "\") @Dense(units = 2, activation = Activation.TANH) Layer h" + i + "();\n");
            source.append("@From({\"" + last + "\", \"h" + i + "\"}) @Add Layer sum" + i + "();\n");
            last = "sum" + i;
        }
        return source.append("@BatchNorm Layer norm();\n@Dropout(rate = 0.1) Layer dropout();\n"
                        + "@Dense(units = 1) Layer output();\n}\n")
                .toString();
    }

    /** Every third one of the random networks. */
    static IntStream networks() {
        return IntStream.iterate(0, i -> i < RandomNetworksTest.OUTPUTS, i -> i + 3);
    }

    @Test
    void everyKindOfLayerIsAmongThem() {
        String declared = networks()
                .mapToObj(i -> Declaration.file("nets", "Net" + i, RandomNetworksTest.describe(i), Style.LOOPS))
                .collect(Collectors.joining());
        assertThat(LayerKinds.ALL)
                .allSatisfy(kind -> assertThat(declared)
                        .containsPattern("@" + kind.annotation().getSimpleName() + "\\b"));
        assertThat(sources).hasSize((int) networks().count() + 3);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void predictionsAndStepsAreThoseOfLoops(int i) throws IOException {
        RandomSample sample = new RandomSample(RandomNetworksTest.describe(i), i);
        Model model = compilation.model("nets.Net" + i + "Model");
        model.parameters().set(sample.parameters);
        StandaloneFile file = StandaloneFile.of(loader, "nets.Net" + i + "Alone");
        Object alone = file.create(sample.parameters);
        Description network = RandomNetworksTest.describe(i);

        for (int step = 0; step < 3; step++) {
            assertThat(bits(file.predict(alone, (Object) sample.x)))
                    .as("prediction of %s", network)
                    .isEqualTo(bits(model.predict(sample.x)));
            Object[] arguments = {sample.x, sample.t, 0.01f};
            if (file.draws()) {
                arguments = new Object[] {sample.x, sample.t, 0.01f, sample.seed, (long) step};
            }
            assertThat((float) file.call(alone, "learn", arguments))
                    .as("loss of %s", network)
                    .isEqualTo(step(model, sample, step));
        }
        if (sample.parameters.length > 0) {
            assertThat(bits((float[]) file.call(alone, "parameters")))
                    .as("parameters of %s", network)
                    .isEqualTo(bits(model.parameters().copy()));
        }
    }

    /** A step of plain gradient descent. */
    private static float step(Model model, RandomSample sample, int step) {
        Workspace ws = sample.workspace(model);
        ws.beginStep(sample.seed, step);
        model.forwardTraining(ws, sample.n);
        float loss = model.backward(ws, sample.n);
        float[] p = model.parameters().values();
        for (int k = 0; k < p.length; k++) {
            p[k] -= 0.01f * ws.gradients()[k];
        }
        model.updateState(ws, sample.n);
        return loss;
    }

    @Test
    void maskedStepsAreSkippedAndWeightsPenalized() throws IOException {
        Model model = compilation.model("alone.TagsModel");
        StandaloneFile file = StandaloneFile.of(loader, "alone.TagsAlone");
        Object alone = file.create(model.parameters().copy());
        float[] x = random(3 * 15);
        int[] lengths = {2, 5, 1};
        assertThat(bits(file.predict(alone, x, lengths)))
                .isEqualTo(bits(model.predict(x, Lengths.paddedRight(lengths))));
        assertThat(bits(file.predict(alone, (Object) x))).isEqualTo(bits(model.predict(x)));
        float[] t = {1, 0, 0, 1, 0.5f, 0.5f};
        int[] whole = {5, 5, 5};
        try (TrainingStep steps = TrainingStep.of(model, Sgd.learningRate(0.1), 3, 7)) {
            for (long step = 0; step < 4; step++) {
                assertThat(file.call(alone, "learn", x, whole, t, 0.1f, 7L, step))
                        .isEqualTo(steps.run(x, t));
            }
        }
        assertThat(bits((float[]) file.call(alone, "parameters")))
                .isEqualTo(bits(model.parameters().copy()));

        Workspace ws = model.workspace(3);
        System.arraycopy(x, 0, ws.input(), 0, x.length);
        System.arraycopy(t, 0, ws.targets(), 0, t.length);
        for (int s = 0; s < 3; s++) {
            ws.setSteps(s, 0, lengths[s]);
        }
        ws.beginStep(7, 4);
        model.forwardTraining(ws, 3);
        assertThat(file.call(alone, "learn", x, lengths, t, 0.1f, 7L, 4L)).isEqualTo(model.backward(ws, 3));
        assertThatThrownBy(() -> file.predict(alone, x, new int[] {1, 6, 2}))
                .hasMessage("a length is from 1 to 5, not 6");
        assertThatThrownBy(() -> file.predict(alone, x, new int[] {1, 5}))
                .hasMessage("each sample needs one length, but there are 2");
    }

    @ParameterizedTest
    @MethodSource("wholeNetworks")
    void anyNamesAndAnyNumberOfLayersGiveTheSameBits(String name) throws IOException {
        Model model = compilation.model("alone." + name + "Model");
        StandaloneFile file = StandaloneFile.of(loader, "alone." + name + "Alone");
        Object alone = file.create(model.parameters().copy());
        float[] x = random(8);
        float[] t = random(4);
        try (TrainingStep steps = TrainingStep.of(model, Sgd.learningRate(0.1), 4, 3)) {
            for (long step = 0; step < 3; step++) {
                assertThat(file.call(alone, "learn", x, t, 0.1f, 3L, step)).isEqualTo(steps.run(x, t));
            }
        }
        assertThat(bits((float[]) file.call(alone, "parameters")))
                .isEqualTo(bits(model.parameters().copy()));
        assertThat(bits(file.predict(alone, (Object) x))).isEqualTo(bits(model.predict(x)));
    }

    static List<String> wholeNetworks() {
        return List.of("Clashes", "Deep");
    }

    @Test
    void everyMethodStaysBelowTheLimitOfTheCompiler() {
        assertThat(Compilation.files(folder.resolve("aloneClasses"), ".class").stream()
                        .map(ClassFile::read)
                        .filter(file -> !file.methods().isEmpty()))
                .hasSizeGreaterThan((int) networks().count())
                .allSatisfy(file -> assertThat(file.longest().getValue())
                        .as(file.name() + " " + file.longest().getKey())
                        .isLessThan(8_000));
    }

    @Test
    void everyLineFitsIn100ColumnsAndNothingButTheJdkIsImported() {
        assertThat(sources.values().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.codePointCount(0, line.length()) > 100
                                || line.startsWith("import ") && !line.startsWith("import java.")
                                || line.contains("dev.longhand")))
                .isEmpty();
    }

    @Test
    void eclipseCompilesThemWithoutAWarning(@TempDir Path directory) {
        Map<String, String> some = new TreeMap<>(sources);
        some.keySet().removeIf(name -> name.matches("nets/Net\\d\\d\\dAlone.java"));
        StandaloneFile.compile(new EclipseCompiler(), directory, some, "-11");
    }

    @Test
    void weightsAreLoadedFromAStream(@TempDir Path directory) throws IOException {
        Model model = compilation.model("alone.ClashesModel");
        Path weights = directory.resolve("clashes.safetensors");
        Weights.save(model, weights, Map.of("a", "\"x.weight\":{\"dtype\":\"F32\",\"shape\":[2,2]"));
        StandaloneFile file = StandaloneFile.of(loader, "alone.ClashesAlone");
        byte[] bytes = Files.readAllBytes(weights);
        Object alone = file.load(new ByteArrayInputStream(bytes));
        assertThat(bits((float[]) file.call(alone, "parameters")))
                .isEqualTo(bits(model.parameters().copy()));

        assertThatThrownBy(() -> load(file, Arrays.copyOf(bytes, bytes.length - 1)))
                .hasMessage("the file is cut short");
        assertThatThrownBy(() -> load(file, Arrays.copyOf(bytes, 100))).hasMessage("the file is cut short");
        assertThatThrownBy(() -> load(file, new byte[0])).hasMessage("the file is cut short");
        assertThatThrownBy(() -> load(file, Arrays.copyOf(bytes, bytes.length + 4)))
                .hasMessage("the file is of another network: it has more arrays");
        assertThatThrownBy(() -> load(file, "this is text, not weights".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("the file doesn't begin as a safetensors file");
        String header = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(
                        () -> load(file, header.replace("longhand", "pt      ").getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("the file wasn't written by Longhand");
        assertThatThrownBy(() ->
                        load(file, header.replace("\"dX.bias\"", "\"dX.bia_\"").getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("the file is of another network: it has no dX.bias of shape [2] in bytes 0 to 8");
        byte[] damaged = bytes.clone();
        int begin = bytes.length - 4 * model.parameters().copy().length;
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putFloat(begin + 4, Float.NaN);
        assertThatThrownBy(() -> load(file, damaged)).hasMessage("number 1 of dX.bias in the file is NaN");
    }

    private static Object load(StandaloneFile file, byte[] bytes) throws IOException {
        return file.load(new ByteArrayInputStream(bytes));
    }

    @Test
    void wrongNumbersOfValuesAreRefused() {
        StandaloneFile file = StandaloneFile.of(loader, "alone.ClashesAlone");
        Object alone =
                file.create(compilation.model("alone.ClashesModel").parameters().copy());
        assertThatThrownBy(() -> file.predict(alone, (Object) new float[3]))
                .hasMessage("Clashes takes samples of 2 numbers (2), but x holds 3");
        assertThatThrownBy(() -> file.call(alone, "learn", new float[4], new float[3], 0.1f, 1L, 1L))
                .hasMessage("t holds 3 numbers, but 2 samples have 2 targets");
    }

    private static float[] random(int count) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToIntBits(values[i]))
                .toArray();
    }
}
