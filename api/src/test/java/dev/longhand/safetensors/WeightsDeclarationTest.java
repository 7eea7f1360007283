package dev.longhand.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Settings;
import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WeightsDeclarationTest {

    private static final Settings RELU = Settings.NONE.withActivation(Activation.RELU, 1);

    private static final List<WeightsDeclaration.Layer> LAYERS = List.of(
            layer("conv", "Conv2d", Shape.of(4, 4, 3), RELU.withIntegers("kernel", 3, 3), -1),
            layer(
                    "norm",
                    "BatchNorm",
                    Shape.of(4, 4, 3),
                    Settings.NONE.withNumber("momentum", 0.9f).withNumber("epsilon", 1e-5f),
                    0),
            layer("noise", "GaussianNoise", Shape.of(4, 4, 3), Settings.NONE.withNumber("stddev", 0.1f), 1),
            layer("drop", "Dropout", Shape.of(4, 4, 3), Settings.NONE.withNumber("rate", 0.5f), 2),
            layer("flat", "Flatten", Shape.of(48), Settings.NONE, 3),
            layer("left", "Dense", Shape.of(2), RELU, 4),
            layer("right", "Dense", Shape.of(2), RELU, 4),
            layer("both", "Concat", Shape.of(4), Settings.NONE, 5, 6));

    private static WeightsDeclaration.Layer layer(
            String name, String kind, Shape output, Settings settings, Integer... sources) {
        return new WeightsDeclaration.Layer(name, kind, output, settings, List.of(sources));
    }

    private static WeightsDeclaration declaration(List<WeightsDeclaration.Layer> layers) {
        return new WeightsDeclaration(Shape.of(6, 6, 1), false, layers, List.of(layers.size() - 1));
    }

    /** The difference of a network, with a layer changed, from a file of the one above. */
    private static String difference(int index, UnaryOperator<WeightsDeclaration.Layer> change) {
        List<WeightsDeclaration.Layer> changed = new ArrayList<>(LAYERS);
        changed.set(index, change.apply(changed.get(index)));
        return difference(declaration(changed));
    }

    private static String difference(WeightsDeclaration changed) {
        Map<String, String> metadata =
                Map.of(WeightsDeclaration.METADATA, declaration(LAYERS).text());
        return changed.difference(metadata, "the file").orElse("");
    }

    private static UnaryOperator<WeightsDeclaration.Layer> settings(Settings settings) {
        return layer ->
                new WeightsDeclaration.Layer(layer.name(), layer.kind(), layer.output(), settings, layer.sources());
    }

    private static UnaryOperator<WeightsDeclaration.Layer> sources(Integer... sources) {
        return layer -> new WeightsDeclaration.Layer(
                layer.name(), layer.kind(), layer.output(), layer.settings(), List.of(sources));
    }

    @Test
    void theTextHasALineForEachLayerThatPredicts() {
        assertThat(declaration(LAYERS).text()).isEqualTo("""
                @Network: input 6×6×1; outputs both
                conv: Conv2d 4×4×3; activation RELU; kernel 3; reads the input
                norm: BatchNorm 4×4×3; epsilon 0.00001; reads conv
                flat: Flatten 48; reads norm
                left: Dense 2; activation RELU; reads flat
                right: Dense 2; activation RELU; reads flat
                both: Concat 4; reads left, right""");
    }

    @Test
    void theFirstDifferenceIsNamed() {
        assertThat(difference(declaration(LAYERS))).isEmpty();
        assertThat(declaration(LAYERS).difference(Map.of(), "the file")).isEmpty();
        assertThat(difference(5, settings(Settings.NONE.withActivation(Activation.LEAKY_RELU, 0.2f))))
                .isEqualTo("\"left\" is declared with \"activation LEAKY_RELU, slope 0.2\", but the file was saved with"
                        + " \"activation RELU\"");
        assertThat(difference(1, settings(Settings.NONE.withNumber("epsilon", 2e-3f))))
                .isEqualTo(
                        "\"norm\" is declared with \"epsilon 0.002\", but the file was saved with \"epsilon 0.00001\"");
        assertThat(difference(7, sources(6, 5)))
                .isEqualTo("\"both\" is declared with \"reads right, left\", but the file was saved with"
                        + " \"reads left, right\"");
        assertThat(difference(new WeightsDeclaration(Shape.of(6, 6, 1), true, LAYERS, List.of(5, 7))))
                .isEqualTo("\"@Network\" is declared with \"input 6×6×1, masked; outputs left, both\", but the file was"
                        + " saved with \"input 6×6×1; outputs both\"");
    }

    @Test
    void settingsThatOneOfThemDoesNotNameHaveTheirDefaults() {
        assertThat(difference(0, settings(RELU.withIntegers("kernel", 3).withIntegers("stride", 2))))
                .isEqualTo("\"conv\" is declared with \"stride 2\", but the file was saved with \"stride 1\"");
        assertThat(difference(6, settings(Settings.NONE)))
                .isEqualTo("\"right\" is declared with \"activation IDENTITY\", but the file was saved with"
                        + " \"activation RELU\"");
    }

    @Test
    void layersThatOnlyOneOfThemHasAreNamed() {
        List<WeightsDeclaration.Layer> longer = new ArrayList<>(LAYERS);
        longer.add(layer("act", "Activate", Shape.of(4), RELU, 7));
        assertThat(difference(declaration(longer)))
                .isEqualTo(
                        "\"act\" is declared with \"Activate 4; activation RELU; reads both\", but the file was saved"
                                + " without it");
        assertThat(difference(declaration(LAYERS.subList(0, 7))))
                .isEqualTo("\"both\" isn't declared, but the file was saved with it, \"Concat 4; reads left, right\"");
    }

    @Test
    void whatMattersForTrainingAloneMayDiffer() {
        assertThat(difference(3, settings(Settings.NONE.withNumber("rate", 0.1f))))
                .isEmpty();
        assertThat(difference(
                        1, settings(Settings.NONE.withNumber("epsilon", 1e-5f).withNumber("momentum", 0.5f))))
                .isEmpty();
        assertThat(difference(4, sources(1))).isEmpty();
        assertThat(difference(2, layer -> layer("other", "Dropout", layer.output(), Settings.NONE, 1)))
                .isEmpty();
    }

    @Test
    void theOrderOfLayersMayDifferUnlessTheyAreInputs() {
        List<WeightsDeclaration.Layer> inputs = List.of(
                layer("a", "Input", Shape.of(2), Settings.NONE, -1),
                layer("b", "Input", Shape.of(2), Settings.NONE, -1),
                layer("sum", "Add", Shape.of(2), Settings.NONE, 0, 1));
        List<WeightsDeclaration.Layer> swapped =
                List.of(inputs.get(1), inputs.get(0), layer("sum", "Add", Shape.of(2), Settings.NONE, 1, 0));
        WeightsDeclaration before = new WeightsDeclaration(Shape.of(4), false, inputs, List.of(2));
        assertThat(new WeightsDeclaration(Shape.of(4), false, swapped, List.of(2))
                        .difference(Map.of(WeightsDeclaration.METADATA, before.text()), "it"))
                .contains("\"@Network\" is declared with \"input 4 of b, a\", but it was saved with"
                        + " \"input 4 of a, b\"");
        List<WeightsDeclaration.Layer> other = new ArrayList<>(LAYERS);
        other.set(5, LAYERS.get(6));
        other.set(6, LAYERS.get(5));
        other.set(7, layer("both", "Concat", Shape.of(4), Settings.NONE, 6, 5));
        assertThat(difference(declaration(other))).isEmpty();
    }

    @Test
    void textsOfOtherProgramsAreComparedToo() {
        for (String text : List.of("", "\n\n", ": ", "conv", "conv: ;;\nconv: x", "x".repeat(10_000), "a: b: c; ; d")) {
            assertThat(declaration(LAYERS).difference(Map.of(WeightsDeclaration.METADATA, text), "it"))
                    .hasValueSatisfying(sentence -> assertThat(sentence).hasSizeLessThan(400));
        }
    }
}
