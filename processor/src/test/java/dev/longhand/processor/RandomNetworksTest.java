package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Input;
import dev.longhand.processor.interpreter.Description.Merge;
import dev.longhand.processor.interpreter.ImageLayers.Conv2d;
import dev.longhand.processor.interpreter.ImageLayers.GlobalAvgPool2d;
import dev.longhand.processor.interpreter.ImageLayers.Pool2d;
import dev.longhand.processor.interpreter.Interpreter;
import dev.longhand.processor.interpreter.LayerDescription;
import dev.longhand.processor.interpreter.Normalizations.BatchNorm;
import dev.longhand.processor.interpreter.Normalizations.LayerNorm;
import dev.longhand.processor.interpreter.Normalizations.Noise;
import dev.longhand.processor.interpreter.Normalizations.Reshape;
import dev.longhand.processor.interpreter.RandomDescriptions;
import dev.longhand.processor.interpreter.RandomImages;
import dev.longhand.processor.interpreter.RandomOutputs;
import dev.longhand.processor.interpreter.RandomSequences;
import dev.longhand.processor.interpreter.SequenceLayers.Conv1d;
import dev.longhand.processor.interpreter.SequenceLayers.Pool1d;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some two hundred random networks, each declared in all four styles, against one another and against the
 * interpreter; the interpreter's gradients against its own central differences.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomNetworksTest {

    static final int COUNT = 252;

    /** From this one on they are networks of images. */
    private static final int IMAGES = 144;

    /** From this one on they are networks that convolve sequences. */
    private static final int SEQUENCES = 188;

    /** From this one on they are networks with several outputs. */
    static final int OUTPUTS = 216;

    /** The parameters of a network whose gradients are compared with central differences. */
    private static final int CHECKED = 20;

    /** Runs of the compiler, side by side. */
    private static final int TASKS = 2;

    /**
     * Of the largest number of an array: float keeps 6·10⁻⁸, a sum of 70 terms may lose some dozen times
     * that, and six layers pass it on. Found: at most 6·10⁻⁵.
     */
    private static final double TOLERANCE = 1e-4;

    private final List<Description> descriptions =
            IntStream.range(0, COUNT).mapToObj(RandomNetworksTest::describe).toList();
    private final Map<Style, List<Model>> models = new EnumMap<>(Style.class);

    private List<Compilation> compilations;

    @BeforeAll
    void compile(@TempDir Path directory) {
        compilations = IntStream.range(0, TASKS)
                .parallel()
                .mapToObj(task -> {
                    Map<String, String> sources = new LinkedHashMap<>();
                    for (int i = task; i < COUNT; i += TASKS) {
                        declare(i, sources);
                    }
                    return Compilation.of(Compiler.JAVAC, directory.resolve("task" + task), sources);
                })
                .toList();
        for (Style style : Style.values()) {
            models.put(
                    style,
                    IntStream.range(0, COUNT)
                            .mapToObj(i -> compilations.get(i % TASKS).model(modelName(i, style)))
                            .toList());
        }
    }

    /** Top-level types and nested ones, public and not, interfaces and classes. */
    private void declare(int i, Map<String, String> sources) {
        Description network = descriptions.get(i);
        String type = i % 3 == 1 ? "abstract class " : "interface ";
        StringBuilder file = new StringBuilder(Declaration.head(packageName(i)));
        if (i % 4 == 0) {
            for (Style style : Style.values()) {
                sources.put(
                        packageName(i) + "." + name(i, style),
                        Declaration.head(packageName(i))
                                + Declaration.type("public " + type + name(i, style), network, style));
            }
            return;
        } else if (i % 4 == 1) {
            for (Style style : Style.values()) {
                file.append(Declaration.type(type + name(i, style), network, style));
            }
        } else {
            file.append(i % 4 == 2 ? "public class " : "interface ")
                    .append("Outer")
                    .append(i)
                    .append(" {\n");
            for (Style style : Style.values()) {
                file.append(
                        Declaration.type((i % 8 < 4 ? "public static " : "static ") + type + style, network, style));
            }
            file.append("}\n");
        }
        sources.put(packageName(i) + ".Outer" + i, file.toString());
    }

    private static String packageName(int i) {
        return i % 5 == 0 ? "nets.five" : "nets";
    }

    private static String name(int i, Style style) {
        return "Net" + i + "_" + style;
    }

    private static String modelName(int i, Style style) {
        return packageName(i) + "." + (i % 4 < 2 ? name(i, style) : "Outer" + i + "_" + style) + "Model";
    }

    static Description describe(int i) {
        if (i < IMAGES) {
            return RandomDescriptions.of(i);
        }
        if (i < SEQUENCES) {
            return RandomImages.of(i - IMAGES);
        }
        return i < OUTPUTS ? RandomSequences.of(i - SEQUENCES) : RandomOutputs.of(i);
    }

    IntStream networks() {
        return IntStream.range(0, COUNT);
    }

    @Test
    void everythingThatMayBeDeclaredIsAmongThem() {
        Set<Initializer> initializers = EnumSet.noneOf(Initializer.class);
        Set<Activation> dense = EnumSet.noneOf(Activation.class);
        Set<Activation> alone = EnumSet.noneOf(Activation.class);
        for (Description network : descriptions) {
            for (LayerDescription layer : network.layers()) {
                if (layer instanceof Dense d) {
                    initializers.add(d.weights().initializer());
                    dense.add(d.function().activation());
                } else if (layer instanceof Activate a) {
                    alone.add(a.function().activation());
                }
            }
        }
        assertThat(initializers).containsExactlyInAnyOrder(Initializer.values());
        assertThat(dense).containsExactlyInAnyOrder(Activation.values());
        assertThat(alone).containsExactlyInAnyOrder(Activation.values());
        assertThat(IMAGES).isGreaterThan(2 * RandomDescriptions.ENDINGS.size());
        assertThat(occurrences(layers -> layers.get(0) instanceof Dropout)).isPositive();
        assertThat(occurrences(layers -> layers.get(0) instanceof Flatten)).isPositive();
        assertThat(occurrences(layers -> layers.get(0) instanceof Activate)).isPositive();
        assertThat(occurrences(layers -> layers.get(layers.size() - 1) instanceof Flatten))
                .isPositive();
        assertThat(occurrences(layers -> follow(layers, Dropout.class, Dropout.class)))
                .isPositive();
        assertThat(occurrences(layers -> follow(layers, Dropout.class, Activate.class)))
                .isPositive();
        assertThat(occurrences(layers -> follow(layers, Dropout.class, Flatten.class)))
                .isPositive();
        assertThat(occurrences(layers -> layers.stream().noneMatch(Dense.class::isInstance)))
                .isPositive();
        for (String kind : List.of("Add", "Multiply", "Concat")) {
            assertThat(occurrences(layers -> layers.stream()
                            .anyMatch(layer ->
                                    layer instanceof Merge m && m.kind().equals(kind))))
                    .isGreaterThan(5);
        }
        assertThat(occurrences(layers -> layers.get(0) instanceof Input)).isGreaterThan(5);
        for (Class<?> kind : List.of(BatchNorm.class, LayerNorm.class, Noise.class, Reshape.class)) {
            assertThat(occurrences(layers -> layers.stream().anyMatch(kind::isInstance)))
                    .as(kind.getSimpleName())
                    .isGreaterThan(5);
        }
        for (String kind : List.of("MaxPool2d", "AvgPool2d", "StochasticPool2d")) {
            assertThat(occurrences(layers -> layers.stream()
                            .anyMatch(layer ->
                                    layer instanceof Pool2d pool && pool.kind().equals(kind))))
                    .isPositive();
        }
        assertThat(occurrences(layers -> layers.stream().anyMatch(GlobalAvgPool2d.class::isInstance)))
                .isPositive();
        for (String kind : List.of("MaxPool1d", "AvgPool1d")) {
            assertThat(occurrences(layers -> layers.stream()
                            .anyMatch(layer ->
                                    layer instanceof Pool1d pool && pool.kind().equals(kind))))
                    .as(kind)
                    .isGreaterThan(2);
        }
        assertThat(occurrences(layers -> follow(layers, Conv1d.class, Pool1d.class)))
                .isGreaterThan(5);
        assertThat(occurrences(layers -> follow(layers, Conv1d.class, BatchNorm.class)))
                .isGreaterThan(2);
        assertThat(occurrences(layers ->
                        layers.stream().anyMatch(layer -> layer instanceof Conv1d c && c.groups() > 1)))
                .isGreaterThan(2);
        assertThat(occurrences(layers -> follow(layers, Conv2d.class, BatchNorm.class)))
                .isGreaterThan(5);
        assertThat(occurrences(layers -> follow(layers, Conv2d.class, LayerNorm.class)))
                .isPositive();
        assertThat(occurrences(layers -> follow(layers, Conv2d.class, Merge.class)))
                .isGreaterThan(5);
        assertThat(occurrences(layers ->
                        layers.stream().anyMatch(layer -> layer instanceof Conv2d c && c.groups() == 2)))
                .isGreaterThan(5);
        assertThat(descriptions.stream()
                        .filter(network -> network.loss() == Loss.CROSS_ENTROPY)
                        .anyMatch(
                                network -> network.layers().get(network.layers().size() - 1) instanceof Activate
                                        && follow(network.layers(), Dropout.class, Activate.class)))
                .isTrue();
    }

    private long occurrences(Predicate<List<LayerDescription>> claim) {
        return descriptions.stream().map(Description::layers).filter(claim).count();
    }

    private static boolean follow(List<LayerDescription> layers, Class<?> first, Class<?> second) {
        return IntStream.range(1, layers.size())
                .anyMatch(i -> first.isInstance(layers.get(i - 1)) && second.isInstance(layers.get(i)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void parametersAreTheSameInEveryStyle(int i) {
        float[] expected = models.get(Style.AUTO).get(i).parameters().copy();
        assertThat(expected)
                .hasSize(Stream.concat(
                                descriptions.get(i).parameterSizes().stream(),
                                descriptions.get(i).stateSizes().stream())
                        .mapToInt(Integer::intValue)
                        .sum());
        for (Style style : Style.values()) {
            Model model = models.get(style).get(i);
            assertThat(model.parameters().copy()).as(style.toString()).isEqualTo(expected);
            assertThat(model.info().layers())
                    .hasSize(descriptions.get(i).layers().size());
            assertThat(model.info().input().dimensions())
                    .isEqualTo(descriptions.get(i).shape(-1));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void interpretersGradientsAreItsCentralDifferences(int i) {
        RandomSample sample = new RandomSample(descriptions.get(i), i);
        Interpreter interpreter = new Interpreter(descriptions.get(i));
        if (!interpreter.isDifferentiable()) {
            return;
        }
        double[] g = interpreter.gradients(sample.p, sample.batch).values();
        double largest = largest(g, 0, g.length);
        Random random = new Random(i);
        for (int k = 0; k < Math.min(CHECKED, g.length); k++) {
            int at = g.length <= CHECKED ? k : random.nextInt(g.length);
            assertThat(interpreter.centralDifference(sample.p, sample.batch, at))
                    .as("parameter %s of %s", at, descriptions.get(i))
                    .isCloseTo(g[at], org.assertj.core.api.Assertions.within(1e-6 * largest + 1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyStyleComputesWhatTheInterpreterComputes(int i) {
        Description network = descriptions.get(i);
        RandomSample sample = new RandomSample(network, i);
        Interpreter interpreter = new Interpreter(network);
        Interpreter.Gradients expected = interpreter.gradients(sample.p, sample.batch);
        double[] predictions = flat(interpreter.predict(sample.p, sample.batch.x()));
        double[] outputs = flat(interpreter.outputs(sample.p, sample.batch));
        Map<Style, float[]> gradients = new EnumMap<>(Style.class);
        for (Style style : Style.values()) {
            Model model = models.get(style).get(i);
            String what = style + " of " + network;
            model.parameters().set(sample.parameters);
            close(what + ": prediction", model.predict(sample.x), predictions, TOLERANCE);
            Workspace ws = sample.workspace(model);
            model.forward(ws, sample.n);
            float[] forward = Arrays.copyOf(ws.output(), sample.n * network.outputSize());
            assertThat(forward).as(what).isEqualTo(model.predict(sample.x));
            ws.beginStep(sample.seed, 3);
            model.forwardTraining(ws, sample.n);
            close(what + ": output", Arrays.copyOf(ws.output(), sample.n * network.outputSize()), outputs, TOLERANCE);
            assertThat((double) model.loss(ws, sample.n))
                    .as(what + ": loss")
                    .isCloseTo(
                            expected.loss(),
                            org.assertj.core.api.Assertions.within(TOLERANCE * Math.max(1, expected.loss())));
            float loss = model.loss(ws, sample.n);
            assertThat(model.backward(ws, sample.n)).as(what).isEqualTo(loss);
            closeByArray(what + ": gradient", network, ws.gradients(), expected.values());
            sample.assertUntouchedBeyondTheBatch(what, ws);
            gradients.put(style, ws.gradients());
        }
        for (Style style : Style.values()) {
            double[] kernels = RandomSample.toDouble(gradients.get(Style.KERNELS));
            closeByArray(style + " and KERNELS of " + network, network, gradients.get(style), kernels);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void workspacesAreIndependentAndTheSameStepGivesTheSameBits(int i) {
        Description network = descriptions.get(i);
        RandomSample one = new RandomSample(network, i);
        RandomSample two = new RandomSample(network, i + 10_000);
        for (Style style : Style.values()) {
            Model model = models.get(style).get(i);
            model.parameters().set(one.parameters);
            Workspace alone = one.workspace(model);
            alone.beginStep(one.seed, 3);
            model.forwardTraining(alone, one.n);
            float loss = model.backward(alone, one.n);

            Workspace first = one.workspace(model);
            Workspace second = two.workspace(model);
            first.beginStep(one.seed, 3);
            second.beginStep(two.seed, 4);
            model.forwardTraining(first, one.n);
            model.forwardTraining(second, two.n);
            model.predict(two.x);
            model.backward(second, two.n);
            assertThat(model.backward(first, one.n)).isEqualTo(loss);
            assertThat(first.gradients()).isEqualTo(alone.gradients());
        }
    }

    @Test
    void everyLineFitsIn100Columns() {
        assertThat(lines(line -> line.startsWith("package "))).hasSize(4 * COUNT);
        assertThat(lines(line -> line.codePointCount(0, line.length()) > 100)).isEmpty();
    }

    @Test
    void noSourceMentionsWhatIsLeftOut() {
        // Comments say what becomes of NaN in pooling; steps of NaN are NaN.
        assertThat(lines(line -> line.replaceAll("Float\\.isNaN\\(|<= 0 \\? (0|-1) : Float\\.NaN;|^ *(\\*|//).*NaN", "")
                                .contains("NaN")
                        || line.contains("null")
                        || line.contains("Optional")))
                .isEmpty();
    }

    private List<String> lines(Predicate<String> claim) {
        return compilations.stream()
                .flatMap(compilation -> compilation.sources().values().stream())
                .flatMap(String::lines)
                .filter(claim)
                .toList();
    }

    @Test
    void everyMethodStaysBelowTheLimitOfTheCompiler() {
        assertThat(compilations.stream().flatMap(compilation -> compilation.modelClasses().stream()))
                .hasSize(4 * COUNT)
                .allSatisfy(file -> assertThat(file.longest().getValue())
                        .as(file.name() + " " + file.longest().getKey())
                        .isLessThan(8_000));
    }

    private static void closeByArray(String what, Description network, float[] actual, double[] expected) {
        int from = 0;
        double all = largest(expected, 0, expected.length);
        for (int size : network.parameterSizes()) {
            // What few numbers lose where large terms cancel out is small beside the others.
            double share = Math.max(1, 0.1 * all / Math.max(1e-30, largest(expected, from, from + size)));
            close(
                    what + " from " + from,
                    Arrays.copyOfRange(actual, from, from + size),
                    Arrays.copyOfRange(expected, from, from + size),
                    TOLERANCE * share);
            from += size;
        }
    }

    private static void close(String what, float[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSize(expected.length);
        double scale = Math.max(1e-3, largest(expected, 0, expected.length));
        for (int k = 0; k < expected.length; k++) {
            double error = Math.abs(actual[k] - expected[k]) / scale;
            if (!(error <= tolerance)) {
                throw new AssertionError(
                        "%s: number %d is %s, not %s (error %.1e)".formatted(what, k, actual[k], expected[k], error));
            }
        }
    }

    private static double largest(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).map(Math::abs).max().orElse(0);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
