package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhand.Style;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.RandomDescriptions;
import dev.longhand.processor.interpreter.RandomImages;
import dev.longhand.processor.interpreter.RandomSequences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random networks: ONNX Runtime predicts what the compiled ones do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxRandomNetworksTest {

    private static final int FLAT = 76;
    private static final int IMAGES = 34;
    private static final int SEQUENCES = 20;

    private final List<Description> descriptions = new ArrayList<>();
    private List<Model> models;

    @BeforeAll
    void compile(@TempDir Path directory) throws IOException {
        IntStream.range(0, FLAT).forEach(i -> descriptions.add(RandomDescriptions.of(i)));
        IntStream.range(0, IMAGES).forEach(i -> descriptions.add(RandomImages.of(i)));
        IntStream.range(0, SEQUENCES).forEach(i -> descriptions.add(RandomSequences.of(i)));
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < descriptions.size(); i++) {
            sources.put("nets.Net" + i, Declaration.file("nets", "Net" + i, descriptions.get(i), Style.AUTO));
        }
        Networks networks = Networks.compile(directory, sources);
        models = IntStream.range(0, descriptions.size())
                .mapToObj(i -> networks.model("nets.Net" + i + "Model", i))
                .toList();
    }

    IntStream networks() {
        return IntStream.range(0, FLAT + IMAGES + SEQUENCES);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onnxRuntimePredictsTheSame(int i) {
        Model model = models.get(i);
        if (isRefused(model)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Onnx.of(model).bytes());
            return;
        }
        float[] x = samples(i, 3);
        float[] y = model.predict(x);
        byte[] file = Onnx.of(model).bytes();
        GraphRules.check(file);
        Close.to(Session.predict(file, model, x), y, descriptions.get(i).toString());
        byte[] folded = Onnx.of(model).foldBatchNorms().bytes();
        if (folded.length != file.length) {
            GraphRules.check(folded);
            Close.to(Session.predict(folded, model, x), y, "folded: " + descriptions.get(i));
        }
    }

    @Test
    void atLeastAHundredAreExpressibleAndEveryKindOccurs() {
        assertThat(models.stream().filter(model -> !isRefused(model))).hasSizeGreaterThanOrEqualTo(100);
        Set<String> kinds = models.stream()
                .filter(model -> !isRefused(model))
                .flatMap(model -> model.info().layers().stream())
                .map(LayerInfo::kind)
                .collect(Collectors.toSet());
        assertThat(kinds)
                .contains(
                        "Dense",
                        "Conv2d",
                        "MaxPool2d",
                        "AvgPool2d",
                        "StochasticPool2d",
                        "GlobalAvgPool2d",
                        "Conv1d",
                        "MaxPool1d",
                        "AvgPool1d",
                        "BatchNorm",
                        "LayerNorm",
                        "Rnn",
                        "Gru",
                        "Lstm",
                        "Embedding",
                        "Activate",
                        "Dropout",
                        "GaussianNoise",
                        "Flatten",
                        "Reshape",
                        "Input",
                        "Add",
                        "Concat",
                        "Multiply");
    }

    private static boolean isRefused(Model model) {
        return model.info().layers().stream()
                .filter(layer -> layer.kind().equals("Rnn"))
                .anyMatch(layer -> Set.of("STEP", "SIGN", "GELU", "SILU")
                        .contains(layer.settings().activation().name()));
    }

    private float[] samples(int i, int n) {
        Description network = descriptions.get(i);
        Random random = new Random(i);
        float[] x = new float[n * network.inputSize()];
        for (int k = 0; k < x.length; k++) {
            x[k] = network.vocabulary() > 0 ? random.nextInt(network.vocabulary()) : (float) random.nextGaussian();
        }
        return x;
    }
}
