package dev.longhand.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.importer.testing.CompiledNetwork;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedNetworkTest {

    @TempDir
    Path folder;

    private static ImportedLayer dense(String name, String read, int in, int units, Activation activation) {
        float[] weight = new float[in * units];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = i + 1;
        }
        return new ImportedLayer(
                name,
                new LayerSettings.Dense(units, ActivationSetting.of(activation), true),
                List.of(read),
                List.of(new Origin("Gemm", name)),
                List.of(
                        ImportedParameter.of("weight", weight, in, units),
                        ImportedParameter.of("bias", new float[units], units)));
    }

    private static ImportedLayer join(String name, MergeSettings.Kind kind, String... reads) {
        return new ImportedLayer(name, new MergeSettings(kind), List.of(reads), new Origin(kind.name(), name));
    }

    private static ImportedNetwork network(ImportedLayer... layers) throws RefusedException {
        return ImportedNetwork.of("nets/two-steps.onnx", Optional.of(Shape.of(2)), List.of(layers), List.of());
    }

    @Test
    void whatIsWrittenCompilesAndComputes() throws IOException {
        ImportedNetwork network = network(
                dense("net.0", From.INPUT, 2, 2, Activation.RELU), dense("net.1", "net.0", 2, 1, Activation.IDENTITY));
        Model model = CompiledNetwork.of(network, folder);
        assertThat(network.name()).isEqualTo("TwoSteps");
        assertThat(network.output()).isEqualTo(Shape.of(1));
        assertThat(model.predict(new float[] {1, 10})).containsExactly(31 + 2 * 42);
        assertThat(folder.resolve("java/com/acme/TwoSteps.java")).content().isEqualTo("""
                package com.acme;

                import dev.longhand.Activation;
                import dev.longhand.Layer;
                import dev.longhand.Loss;
                import dev.longhand.Network;
                import dev.longhand.Pretrained;
                import dev.longhand.layer.Dense;

                /**
                 * Imported from two-steps.onnx.
                 *
                 * <p>The file has no loss: {@code MEAN_SQUARED_ERROR} is the one that goes with sums without an activation; training it
                 * further may need another.
                 */
                @Pretrained("two-steps.safetensors")
                @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
                public interface TwoSteps {

                    // Gemm "net.0"
                    @Dense(units = 2, activation = Activation.RELU)
                    Layer dense0();

                    // Gemm "net.1"
                    @Dense(units = 1)
                    Layer dense1();
                }
                """);
        assertThat(folder.resolve("resources/com/acme/two-steps.safetensors")).exists();
    }

    @Test
    void branchesNameWhatTheyRead() throws IOException {
        ImportedNetwork network = network(
                dense("a", From.INPUT, 2, 2, Activation.RELU),
                dense("b", From.INPUT, 2, 2, Activation.TANH),
                join("sum", MergeSettings.Kind.ADD, "a", "b"),
                dense("out", "sum", 2, 3, Activation.SOFTMAX));
        assertThat(network.outputs()).containsExactly(new ImportedOutput("out", Loss.CROSS_ENTROPY));
        assertThat(DeclarationWriter.write(network, ""))
                .contains("@From(\"input\")\n    Layer b();", "@Add\n    @From({\"a\", \"b\"})\n    Layer sum();")
                .containsOnlyOnce("@From(\"input\")");
        CompiledNetwork.of(network, folder);
    }

    @Test
    void outputsComeInTheOrderOfTheFileIfTheyCan() throws IOException {
        List<ImportedLayer> layers = List.of(
                dense("trunk", From.INPUT, 2, 2, Activation.RELU),
                dense("slant", "trunk", 2, 1, Activation.IDENTITY),
                dense("digit", "trunk", 2, 3, Activation.SOFTMAX));
        ImportedNetwork network =
                ImportedNetwork.of("net", Optional.of(Shape.of(2)), layers, List.of("digit", "slant"), List.of());
        assertThat(network.outputs().stream().map(ImportedOutput::layer)).containsExactly("digit", "slant");
        assertThat(network.output()).isEqualTo(Shape.of(4));
        assertThat(DeclarationWriter.write(network, ""))
                .contains("@Network(input = 2)", "@From(\"trunk\")\n    Layer slant();")
                .doesNotContain("The file has its outputs");
        assertThat(CompiledNetwork.of(network, folder).info().output("slant").offset())
                .isEqualTo(3);
        ImportedNetwork chain = ImportedNetwork.of(
                "net", Optional.of(Shape.of(2)), layers.subList(0, 2), List.of("slant", "trunk"), List.of());
        assertThat(chain.outputs().stream().map(ImportedOutput::layer)).containsExactly("trunk", "slant");
        assertThat(chain.notes()).containsExactly("The file has its outputs in the order slant, trunk.");
    }

    @Test
    void outputsWithoutAnEffectAreWhatTheyRead() throws IOException {
        Origin origin = new Origin("Activation", "linear");
        ImportedNetwork network = ImportedNetwork.of(
                "net",
                Optional.of(Shape.of(2)),
                List.of(
                        dense("a", From.INPUT, 2, 2, Activation.RELU),
                        new ImportedLayer(
                                "linear", new LayerSettings.Activate(ActivationSetting.IDENTITY), List.of("a"), origin),
                        dense("b", "linear", 2, 1, Activation.IDENTITY)),
                List.of("linear", "b"),
                List.of());
        assertThat(network.outputs().stream().map(ImportedOutput::layer)).containsExactly("a", "b");
        CompiledNetwork.of(network, folder);
    }

    @Test
    void outputsThatCannotBeDeclaredAreRefused() {
        ImportedLayer a = dense("a", From.INPUT, 2, 2, Activation.RELU);
        ImportedLayer shape = new ImportedLayer(
                "shape", new LayerSettings.Reshape(Shape.of(1, 2)), List.of("a"), new Origin("Reshape", "shape"));
        ImportedLayer noise = new ImportedLayer(
                "noise", new LayerSettings.GaussianNoise(1), List.of("a"), new Origin("GaussianNoise", "noise"));
        ImportedLayer row = new ImportedLayer(
                "row", new LayerSettings.Reshape(Shape.of(1, 2)), List.of("noise"), new Origin("Reshape", "row"));
        Optional<Shape> input = Optional.of(Shape.of(2));
        assertThatThrownBy(() -> ImportedNetwork.of("net", input, List.of(a, shape), List.of("a", "shape"), List.of()))
                .hasMessageContaining("Gemm \"a\": two outputs are its numbers, and one of them would do");
        assertThatThrownBy(() -> ImportedNetwork.of("net", input, List.of(a, noise, row), List.of()))
                .hasMessageContaining(
                        "GaussianNoise \"noise\": no layer that computes follows it, so it would make the");
        List<ImportedLayer> many = IntStream.range(0, 65)
                .mapToObj(i -> dense("a" + i, From.INPUT, 2, 1, Activation.RELU))
                .toList();
        List<String> names = many.stream().map(ImportedLayer::name).toList();
        assertThatThrownBy(() -> ImportedNetwork.of("net", input, many, names, List.of()))
                .hasMessageContaining("outputs \"net\": it has 65 outputs, but at most 64 can be declared");
    }

    @Test
    void filesThatAreThereAreKept() throws IOException {
        ImportedNetwork network = network(dense("a", From.INPUT, 2, 2, Activation.RELU));
        WrittenFiles files = network.writeTo(folder, "");
        Files.writeString(files.declaration(), "edited");
        assertThatThrownBy(() -> network.writeTo(folder, ""))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("it's there already");
        assertThat(files.declaration()).hasContent("edited");
        network.replaceIn(folder, "");
        assertThat(files.declaration()).content().startsWith("import");
    }

    @Test
    void layersWithoutAnEffectAreLeftOut() throws IOException {
        Origin origin = new Origin("Flatten", "f");
        ImportedNetwork network = network(
                new ImportedLayer("f", new LayerSettings.Flatten(), List.of(From.INPUT), origin),
                new ImportedLayer("i", new LayerSettings.Activate(ActivationSetting.IDENTITY), List.of("f"), origin),
                dense("a", "i", 2, 2, Activation.RELU));
        assertThat(network.layers()).hasSize(1);
        CompiledNetwork.of(network, folder);
    }

    @Test
    void whatCannotBeDeclaredIsRefusedAsAWhole() {
        assertThatThrownBy(() -> network(
                        dense("a", From.INPUT, 2, 2, Activation.SOFTMAX),
                        dense("b", "a", 2, 2, Activation.RELU),
                        dense("unread", "b", 2, 2, Activation.RELU),
                        join("twice", MergeSettings.Kind.ADD, "b", "b"),
                        dense("wrong", "twice", 3, 1, Activation.SIGMOID)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("""
                        nets/two-steps.onnx isn't imported, because 4 of its nodes can't be declared as layers:
                          Gemm "a": a softmax is only for the last layer, as attention isn't declared with layers yet
                          ADD "twice": it joins the same numbers twice, which a layer that joins others can't
                          Gemm "wrong": its arrays are {bias=1, weight=3×1}, but should be {bias=1, weight=2×1}
                          Gemm "unread": no layer reads it, and it isn't an output""");
    }

    @Test
    void numbersThatNoNetworkComputesWithAreRefused() {
        ImportedLayer layer = dense("a", From.INPUT, 2, 2, Activation.RELU);
        layer.parameters().get(0).values()[1] = Float.NaN;
        assertThatThrownBy(() -> network(layer)).hasMessageContaining("its weight holds NaN");
    }

    @Test
    void namesThatCannotBeUsedAreRefused() throws IOException {
        ImportedNetwork network = network(dense("a", From.INPUT, 2, 2, Activation.RELU));
        assertThatThrownBy(() -> network.named("Dense")).hasMessageContaining("choose another, such as MyDense");
        assertThatThrownBy(() -> network.named("a b")).hasMessageContaining("can't be the name of a declaration");
        assertThatThrownBy(() -> DeclarationWriter.write(network, "com..acme"))
                .hasMessageContaining("such as com.acme");
        assertThatThrownBy(() -> DeclarationWriter.write(network, "dev.longhand.nets"))
                .hasMessageContaining("belongs to Longhand");
        assertThat(DeclarationWriter.write(network.named("Digits"), "com.acme")).contains("interface Digits {");
    }

    @Test
    void textsOfTheFileCannotLeaveTheirComments() throws IOException {
        String evil = "\\u000a*/ @Deprecated <b>{@code {\n class X {} é";
        ImportedLayer layer = new ImportedLayer(
                evil,
                new LayerSettings.Dense(2, ActivationSetting.of(Activation.RELU), false),
                List.of(From.INPUT),
                List.of(new Origin(evil, evil)),
                List.of(ImportedParameter.of("weight", new float[4], 2, 2)));
        ImportedNetwork network = ImportedNetwork.of(evil, Optional.of(Shape.of(2)), List.of(layer), List.of(evil));
        CompiledNetwork.of(network.named("Safe"), folder);
    }
}
