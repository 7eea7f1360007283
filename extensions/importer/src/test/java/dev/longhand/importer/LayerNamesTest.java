package dev.longhand.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayerNamesTest {

    private static List<String> names(String... names) {
        List<ImportedLayer> layers = Stream.of(names)
                .map(name ->
                        new ImportedLayer(name, new LayerSettings.Flatten(), List.of(), new Origin("Flatten", name)))
                .toList();
        Map<String, String> found = LayerNames.of(layers);
        return Stream.of(names).map(found::get).toList();
    }

    @Test
    void pathsBecomeWords() {
        assertThat(names("/layer1/layer1.0/conv1", "fc_1", "FC2", "BatchNormalization", "dense:0"))
                .containsExactly("layer1_0Conv1", "fc1", "fc2", "batchNormalization", "dense0");
    }

    @Test
    void whatAllBeginWithIsLeftOut() {
        assertThat(names("model/encoder/dense", "model/encoder/out", "model/head"))
                .containsExactly("encoderDense", "encoderOut", "head");
        assertThat(names("net.0", "net.2")).containsExactly("flatten0", "flatten2");
    }

    @Test
    void namesAreUniqueWhateverTheirCase() {
        assertThat(names("conv", "Conv", "con_v", "conv2")).containsExactly("conv", "conv2", "conV3", "conv2_2");
    }

    @Test
    void namesThatTheCompilerRefusesAreChanged() {
        assertThat(names("class", "info", "input", "p_hidden_w", "hidden_w", "日本", "_", "to_string"))
                .containsExactly(
                        "class2", "info2", "input2", "phiddenw", "hiddenw", "flatten", "flatten2", "toString2");
    }

    @Test
    void longNamesAreCut() {
        assertThat(names("x".repeat(300), "x".repeat(301))).containsExactly("x".repeat(60), "x".repeat(60) + "2");
    }
}
