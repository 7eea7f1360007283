package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Settings;
import dev.longhand.Style;
import dev.longhand.io.Weights;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.processor.interpreter.Declaration;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a model tells at run time of the settings of its layers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerSettingsTest {

    private Model images;
    private Model sequences;
    private Model plain;

    private final Map<String, String> sources = new LinkedHashMap<>();

    @BeforeAll
    void compile(@TempDir Path directory) {
        declare(sources, "Images", "{16, 16, 2}", """
                @Conv2d(filters = 4, kernel = {3, 5}, stride = 2, padding = Padding.SAME, groups = 2,
                        activation = Activation.LEAKY_RELU, slope = 0.25)
                Layer conv();
                @MaxPool2d(size = 3, stride = {1, 2}, explicitPadding = {1, 0, 2, 1}) Layer max();
                @AvgPool2d Layer mean();
                @StochasticPool2d(size = {1, 2}) Layer drawn();
                @BatchNorm(momentum = 0.99, epsilon = 0.001) Layer batch();
                @LayerNorm Layer row();
                @Activate(Activation.GELU) Layer gelu();
                @Dropout(rate = 0.25) Layer drop();
                @GaussianNoise(stddev = 0.5) Layer noise();
                @Multiply @From({"drop", "noise"}) Layer product();
                @GlobalAvgPool2d Layer global();
                @Dense(units = 2, activation = Activation.ELU, slope = 1) Layer output();
                """);
        declare(sources, "Sequences", "12", """
                @Embedding(vocabulary = 7, dimensions = 4) Layer words();
                @Conv1d(filters = 4, kernel = 3, dilation = 2, explicitPadding = {4, 0}) Layer conv();
                @MaxPool1d Layer max();
                @AvgPool1d(size = 3, stride = 1, padding = Padding.SAME) Layer mean();
                @Rnn(units = 3, activation = Activation.RELU, returnSequences = true) Layer simple();
                @Gru(units = 3, returnSequences = true) Layer gated();
                @Lstm(units = 3) Layer memory();
                """);
        declare(sources, "Plain", "{6, 6, 1}", """
                @Conv2d(filters = 4, kernel = 3) Layer conv();
                @Flatten Layer row();
                @Reshape({8, 8}) Layer steps();
                @Rnn(units = 3) Layer simple();
                @Dense(units = 2) Layer one();
                @Dense(units = 2) @From("simple") Layer two();
                @Add @From({"one", "two"}) Layer sum();
                @Concat @From({"sum", "one"}) Layer both();
                """);
        Compilation compilation = Compilation.of(Compiler.JAVAC, directory, sources);
        images = compilation.model("nets.ImagesModel");
        sequences = compilation.model("nets.SequencesModel");
        plain = compilation.model("nets.PlainModel");
    }

    private static void declare(Map<String, String> sources, String name, String input, String layers) {
        network(sources, name, "input = " + input + ", loss = Loss.MEAN_SQUARED_ERROR", layers);
    }

    private static void network(Map<String, String> sources, String name, String network, String layers) {
        sources.put("nets." + name, Declaration.head("nets") + """
                @Network(%s)
                public interface %s {
                %s}
                """.formatted(network, name, layers));
    }

    private static LayerInfo layer(Model model, String name) {
        ModelInfo info = model.info();
        return info.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Settings settings(Model model, String name) {
        return layer(model, name).settings();
    }

    private static Map<String, String> all(Model model) {
        return model.info().layers().stream()
                .collect(Collectors.toMap(
                        LayerInfo::name, layer -> layer.settings().toString()));
    }

    @Test
    void modelTellsTheSettingsOfItsLayers() {
        assertThat(all(images))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(
                                "conv",
                                "kernel = 3, 5; stride = 2; padding = 0, 1, 1, 2; groups = 2;"
                                        + " activation = LEAKY_RELU, slope 0.25"),
                        Map.entry("max", "size = 3; stride = 1, 2; padding = 1, 0, 2, 1"),
                        Map.entry("mean", "size = 2; stride = 2"),
                        Map.entry("drawn", "size = 1, 2; stride = 1, 2"),
                        Map.entry("batch", "momentum = 0.99; epsilon = 0.001"),
                        Map.entry("row", "epsilon = 0.00001"),
                        Map.entry("gelu", "activation = GELU"),
                        Map.entry("drop", "rate = 0.25"),
                        Map.entry("noise", "stddev = 0.5"),
                        Map.entry("product", ""),
                        Map.entry("global", ""),
                        Map.entry("output", "activation = ELU")));
        assertThat(all(sequences))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "words", "",
                        "conv", "kernel = 3; padding = 4, 0; dilation = 2",
                        "max", "size = 2; stride = 2",
                        "mean", "size = 3; padding = 1",
                        "simple", "returnSequences = true; activation = RELU",
                        "gated", "returnSequences = true",
                        "memory", ""));
        assertThat(all(plain))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "conv", "kernel = 3",
                        "row", "",
                        "steps", "",
                        "simple", "activation = TANH",
                        "one", "",
                        "two", "",
                        "sum", "",
                        "both", ""));
    }

    @Test
    void settingsAreTyped() {
        Settings conv = settings(images, "conv");
        assertThat(conv.integers("kernel", 2)).containsExactly(3, 5);
        assertThat(conv.integers("stride", 2)).containsExactly(2, 2);
        assertThat(conv.integers("padding", 4)).containsExactly(0, 1, 1, 2);
        assertThat(conv.integers("dilation", 2)).containsExactly(1, 1);
        assertThat(conv.integer("groups")).isEqualTo(2);
        assertThat(conv.activation()).isEqualTo(Activation.LEAKY_RELU);
        assertThat(conv.slope()).isEqualTo(0.25f);
        assertThat(settings(images, "drop").number("rate")).isEqualTo(0.25f);
        assertThat(settings(sequences, "gated").flag("returnSequences")).isTrue();
        assertThat(settings(sequences, "memory").flag("returnSequences")).isFalse();
    }

    @Test
    void theCompilerAndTheRuntimeReadTheSameDeclarationInWeightsOfEveryStyle(@TempDir Path directory)
            throws IOException {
        Map<String, String> pretrained = new LinkedHashMap<>(sources);
        network(pretrained, "Masked", "input = {5, 3}, loss = Loss.MEAN_SQUARED_ERROR, masked = true", """
                @GaussianNoise(stddev = 0.5) Layer noise();
                @Lstm(units = 4, returnSequences = true) Layer steps();
                @Dense(units = 2) Layer output();
                """);
        network(pretrained, "Several", "", """
                @Input(4) Layer left();
                @Input({2, 3}) Layer right();
                @Flatten Layer flat();
                @Dense(units = 2) @From("left") @Output(loss = Loss.MEAN_SQUARED_ERROR) Layer first();
                @Concat @From({"flat", "first"}) Layer both();
                @Dropout(rate = 0.5) Layer drop();
                @LayerNorm @Output(loss = Loss.HUBER) Layer last();
                """);
        Path weights = Files.createDirectories(directory.resolve("resources/nets"));
        Compilation saved = Compilation.of(Compiler.JAVAC, directory.resolve("saved"), pretrained);
        pretrained.replaceAll((name, source) ->
                source.replace("@Network(", "@dev.longhand.Pretrained(\"" + name + ".safetensors\") @Network("));
        for (String name : pretrained.keySet()) {
            Weights.save(saved.model(name + "Model"), weights.resolve(name + ".safetensors"));
        }
        for (Style style : List.of(Style.LOOPS, Style.UNROLLED, Style.KERNELS)) {
            Compilation compiled = Compilation.of(
                    Compiler.JAVAC,
                    directory.resolve(style.name()),
                    pretrained,
                    Compilation.option(style),
                    "-Alonghand.resources=" + weights.getParent());
            for (String name : pretrained.keySet()) {
                Weights.load(compiled.model(name + "Model"), weights.resolve(name + ".safetensors"));
            }
        }
    }

    @Test
    void settingsHaveTheNamesOfTheAttributes() throws ClassNotFoundException {
        for (LayerInfo layer : Stream.of(images, sequences, plain)
                .flatMap(model -> model.info().layers().stream())
                .filter(layer -> !layer.kind().equals("Activate"))
                .toList()) {
            Class<?> annotation = Class.forName("dev.longhand.layer." + layer.kind());
            assertThat(Annotation.class).isAssignableFrom(annotation);
            assertThat(Arrays.stream(annotation.getDeclaredMethods()).map(Method::getName))
                    .as(layer.kind())
                    .containsAll(layer.settings().values().keySet());
        }
    }
}
