package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.processor.interpreter.LayerDescription;
import dev.longhand.processor.plan.StyleBorder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of any size compile, and HotSpot compiles every method of theirs and of the runtime. */
class SizesTest {

    private static final int LONGEST_COMPILED_METHOD = 7_999;

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void wideAndDeepNetworksCompileInEveryStyle(Compiler compiler, @TempDir Path directory) {
        Map<String, Description> networks = new LinkedHashMap<>();
        networks.put(
                "Wide",
                Description.of(
                        784,
                        Loss.CROSS_ENTROPY,
                        Dense.of("hidden1", 1_000, Activation.RELU),
                        Dense.of("hidden2", 1_000, Activation.RELU),
                        Dense.of("output", 10, Activation.SOFTMAX)));
        networks.put("Deep", deep(50, 6));
        networks.put("Deeper", deep(350, 2));
        StyledModels models = StyledModels.compile(compiler, directory, networks);
        assertMethodsAreCompiled(models.compilation());
        for (Style style : Style.values()) {
            assertThat(models.model("Wide", style).info().parameterCount()).isEqualTo(1_796_010);
            assertThat(models.model("Deeper", style).predict(new float[2])).hasSize(2);
        }
    }

    /** Offsets beyond 32,767 are constants of the class file, which holds 65,535 at most. */
    @Test
    void smallLayersBehindALargeOneDontExhaustTheConstantPool(@TempDir Path directory) {
        List<LayerDescription> layers = new ArrayList<>(List.of(Dense.of("wide", 2_700, Activation.TANH)));
        layers.addAll(deep(420, 11).layers());
        Description network = Description.of(12, Loss.MEAN_SQUARED_ERROR, layers.toArray(LayerDescription[]::new));
        Compilation compilation =
                Compilation.of(directory, "nets.Many", Declaration.file("nets", "Many", network, Style.UNROLLED));
        assertMethodsAreCompiled(compilation);
        assertThat(compilation.model("nets.ManyModel").predict(new float[12])).hasSize(11);
        assertThat(compilation.sources().get("nets/ManyModel.java")).contains("final float x0 = ");
    }

    @Test
    void manyLayersSetByHandAreDescribedInParts(@TempDir Path directory) {
        float[] identity = new float[49];
        IntStream.range(0, 7).forEach(i -> identity[8 * i] = 1);
        Description network = Description.of(
                7,
                Loss.MEAN_SQUARED_ERROR,
                IntStream.range(0, 60)
                        .mapToObj(i -> new Dense(
                                "layer" + i,
                                7,
                                Function.of(Activation.IDENTITY),
                                false,
                                Start.values(identity),
                                Start.BIAS))
                        .toArray(LayerDescription[]::new));
        Compilation compilation =
                Compilation.of(directory, "nets.Same", Declaration.file("nets", "Same", network, Style.AUTO));
        assertMethodsAreCompiled(compilation);
        assertThat(compilation.model("nets.SameModel").predict(1, 2, 3, 4, 5, 6, 7))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    private static Description deep(int layers, int units) {
        return Description.of(
                units,
                Loss.MEAN_SQUARED_ERROR,
                IntStream.range(0, layers)
                        .mapToObj(i -> Dense.of("layer" + (i + 1), units, Activation.TANH))
                        .toArray(LayerDescription[]::new));
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void largestUnrolledLayersStayBelowTheLimit(Compiler compiler, @TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        List<Integer> inputs = new ArrayList<>(List.of(1, 2, 3, 5, 8, 10, 12, 16, 20, 32));
        for (int in : inputs) {
            int units = StyleBorder.mostUnrolledUnits(in);
            assertThat(units).isPositive();
            border("Gelu" + in, in, units, Function.of(Activation.GELU), false, sources);
            border("Elu" + in, in, units, new Function(Activation.ELU, 1.7f), false, sources);
            border("Silu" + in, in, units, Function.of(Activation.SILU), false, sources);
            if (units > 1) {
                border("Softmax" + in, in, units, Function.of(Activation.SOFTMAX), true, sources);
            }
        }
        Compilation compilation = Compilation.of(compiler, directory, sources);
        assertMethodsAreCompiled(compilation);
        assertThat(compilation.modelClasses())
                .as("the limit is used")
                .anyMatch(file -> file.longest().getValue() > 2_000);
        assertThat(compilation.sources().values())
                .allSatisfy(source -> assertThat(source).contains("final float x0 = "));
    }

    /** A layer at the border whose backward pass gives dx too. */
    private static void border(
            String name, int in, int units, Function function, boolean last, Map<String, String> sources) {
        List<LayerDescription> layers = new ArrayList<>();
        layers.add(Dense.of("before", in, Activation.IDENTITY));
        layers.add(new Dense("border", units, function, true, Start.WEIGHTS, Start.BIAS));
        if (!last) {
            layers.add(Dense.of("after", 1, Activation.IDENTITY));
        }
        Description network = Description.of(1, Loss.MEAN_SQUARED_ERROR, layers.toArray(LayerDescription[]::new));
        sources.put("nets." + name, Declaration.file("nets", name, network, Style.UNROLLED));
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void thousandsOfWeightsSetByHandCompile(Compiler compiler, @TempDir Path directory) {
        float[] weights = new float[9_000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i / 10_000f;
        }
        Description network = Description.of(
                90,
                Loss.MEAN_SQUARED_ERROR,
                new Dense(
                        "hidden",
                        100,
                        Function.of(Activation.TANH),
                        true,
                        Start.values(weights),
                        Start.values(java.util.Arrays.copyOf(weights, 100))),
                Dense.of("output", 1, Activation.IDENTITY));
        StyledModels models = StyledModels.compile(compiler, directory, Map.of("ByHand", network));
        assertMethodsAreCompiled(models.compilation());
        Model model = models.model("ByHand", Style.AUTO);
        assertThat(model.parameters().layer(0).weights()).isEqualTo(weights);
        assertThat(model.parameters().layer(0).bias())
                .startsWith(0, 0.0001f, 0.0002f)
                .hasSize(100);
    }

    @Test
    void runtimeMethodsStayBelowTheLimit() throws Exception {
        Path runtime = Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(runtime)) {
            assertMethodsAreCompiled(classesBelow(runtime));
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(runtime)) {
                assertMethodsAreCompiled(classesBelow(jar.getPath("/")));
            }
        }
    }

    private static List<ClassFile> classesBelow(Path directory) {
        return Compilation.files(directory, ".class").stream()
                .map(ClassFile::read)
                .filter(file -> !file.methods().isEmpty())
                .toList();
    }

    private static void assertMethodsAreCompiled(Compilation compilation) {
        assertMethodsAreCompiled(compilation.modelClasses());
    }

    private static void assertMethodsAreCompiled(List<ClassFile> files) {
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.longest().getValue())
                        .as("%s: %s", file.name(), file.longest())
                        .isLessThanOrEqualTo(LONGEST_COMPILED_METHOD));
    }
}
