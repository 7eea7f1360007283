package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.data.Dataset;
import dev.longhand.io.Weights;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.AdamW;
import dev.longhand.training.Callback;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import dev.longhand.training.TrainingStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Layers that are declared {@code @Frozen}, beside the same network without them. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrozenLayersTest {

    private static final List<Style> STYLES = List.of(Style.UNROLLED, Style.LOOPS, Style.KERNELS);

    private static final String NETWORK = """
            package nets;
            import dev.longhand.*;
            import dev.longhand.layer.*;
            @Network(input = {6, 6, 1}, loss = Loss.CROSS_ENTROPY, style = Style.%2$s)
            public interface %1$s {
                %3$s @Conv2d(filters = 3, kernel = 3) @Penalty(l2 = 0.1) Layer edges();
                %3$s @BatchNorm Layer norm();
                @Activate(Activation.RELU) Layer active();
                @Flatten Layer row();
                %3$s @Dense(units = 4, activation = Activation.TANH) Layer hidden();
                @Dense(units = 2, activation = Activation.SOFTMAX) Layer output();
            }
            """;

    private final Dataset data = data();
    private Compilation compilation;

    private static Dataset data() {
        Random random = new Random(1);
        float[] x = new float[24 * 36];
        int[] labels = new int[24];
        for (int s = 0; s < 24; s++) {
            labels[s] = s % 2;
            for (int i = 0; i < 36; i++) {
                x[36 * s + i] = labels[s] + (float) random.nextGaussian();
            }
        }
        return Dataset.ofLabels(x, Shape.of(6, 6, 1), labels, 2);
    }

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Style style : STYLES) {
            sources.put("nets.Plain_" + style, NETWORK.formatted("Plain_" + style, style, ""));
            sources.put("nets.Frozen_" + style, NETWORK.formatted("Frozen_" + style, style, "@Frozen"));
        }
        sources.put("nets.Deep", deep());
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    /** So many frozen layers that the calls of the backward pass need several methods. */
    private static String deep() {
        String hidden = IntStream.range(0, 150)
                .mapToObj(i -> "@Frozen @Dense(units = 2) Layer hidden" + i + "();\n")
                .collect(Collectors.joining());
        return """
                package nets;
                import dev.longhand.*;
                import dev.longhand.layer.*;
                @Network(input = {6, 6, 1}, loss = Loss.CROSS_ENTROPY, style = Style.LOOPS)
                public interface Deep {
                    @Flatten Layer row();
                    %s
                    @Dense(units = 2, activation = Activation.SOFTMAX) Layer output();
                }
                """.formatted(hidden);
    }

    private float[] gradientsOfAStep(Model model, String... unfrozen) {
        float[][] gradients = new float[1][];
        trainer(model)
                .unfreeze(unfrozen)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        gradients[0] = training.step().workspace().gradients().clone();
                    }
                })
                .epochs(1)
                .batchSize(24)
                .fit(data);
        return gradients[0];
    }

    @Test
    void gradientsOfTheFirstLayersAreLeftOutIfAllAreFrozen() {
        List<Model> models =
                STYLES.stream().map(style -> model("Frozen", style)).collect(Collectors.toList());
        models.add(compilation.model("nets.DeepModel"));
        for (Model model : models) {
            List<LayerInfo> layers = model.info().layers();
            int trained = layers.get(layers.size() - 1).parameters().get(0).offset();
            float[] gradients = gradientsOfAStep(model);
            assertThat(Arrays.copyOf(gradients, trained)).containsOnly(0);
            assertThat(Arrays.copyOfRange(gradients, trained, gradients.length)).doesNotContain(0);
            Workspace ws = model.workspace(24);
            data.copy(0, 24, ws);
            model.forwardTraining(ws, 24);
            model.backward(ws, 24);
            assertThat(Arrays.copyOf(ws.gradients(), 6)).doesNotContain(0);
        }
        for (Style style : STYLES) {
            assertThat(Arrays.copyOf(gradientsOfAStep(model("Frozen", style), "hidden"), 6))
                    .as("edges, before a layer that is trained")
                    .doesNotContain(0);
        }
    }

    private Model model(String name, Style style) {
        return compilation.model("nets." + name + "_" + style + "Model");
    }

    private static Trainer trainer(Model model) {
        return Trainer.of(model)
                .optimizer(AdamW.learningRate(0.05).weightDecay(0.1))
                .epochs(3)
                .batchSize(8);
    }

    private static List<float[]> frozen(Model model) {
        return model.parameters().layers().stream()
                .filter(layer -> !layer.name().equals("output"))
                .flatMap(layer -> layer.arrays().stream().map(layer::get))
                .collect(Collectors.toList());
    }

    @Test
    void trainingKeepsFrozenParametersAndStateToTheBit() {
        for (Style style : STYLES) {
            Model model = model("Frozen", style);
            List<float[]> before = frozen(model);
            float[] output = model.parameters().layer(5).weights();
            trainer(model).fit(data);
            assertThat(frozen(model)).usingRecursiveComparison().isEqualTo(before);
            assertThat(model.parameters().layer(5).weights()).isNotEqualTo(output);
            try (TrainingStep step = TrainingStep.of(model, AdamW.learningRate(0.05), 24, 1)) {
                step.run(data.inputs(), data.targets());
            }
            assertThat(frozen(model)).usingRecursiveComparison().isEqualTo(before);
        }
    }

    @Test
    void declaringAndNamingGiveTheSameBits() {
        for (Style style : STYLES) {
            Model declared = model("Frozen", style);
            Model named = model("Plain", style);
            trainer(declared).fit(data);
            trainer(named).freeze("edges", "norm", "hidden").fit(data);
            assertThat(declared.parameters().copy())
                    .containsExactly(named.parameters().copy());
        }
    }

    @Test
    void anUnfrozenLayerIsTrainedAsIfItWereNotDeclaredFrozen() {
        for (Style style : STYLES) {
            Model declared = model("Frozen", style);
            Model plain = model("Plain", style);
            trainer(declared).unfreeze("edges", "norm", "hidden").fit(data);
            trainer(plain).fit(data);
            assertThat(declared.parameters().copy())
                    .containsExactly(plain.parameters().copy());
            trainer(declared).unfreeze("norm").fit(data);
            trainer(plain).freeze("edges", "hidden").fit(data);
            assertThat(declared.parameters().copy())
                    .containsExactly(plain.parameters().copy());
        }
    }

    @Test
    void parametersOfFrozenLayersAreLoadedAndThenKept(@TempDir Path folder) throws IOException {
        Model trained = model("Plain", Style.KERNELS);
        trainer(trained).fit(data);
        Path file = folder.resolve("trained.safetensors");
        Weights.save(trained, file);
        Model model = model("Frozen", Style.KERNELS);
        Weights.load(model, file);
        assertThat(frozen(model)).usingRecursiveComparison().isEqualTo(frozen(trained));
        assertThat(model.predict(data.inputs())).containsExactly(trained.predict(data.inputs()));
        trainer(model).fit(data);
        assertThat(frozen(model)).usingRecursiveComparison().isEqualTo(frozen(trained));
    }

    @Test
    void aNetworkOfFrozenLayersIsTrainedOnlyOnceOneIsUnfrozen() {
        Model model = model("Frozen", Style.LOOPS);
        assertThatThrownBy(() -> trainer(model).freeze("output"))
                .hasMessage("all layers of Frozen_LOOPS that have parameters are frozen, so that nothing can be learnt:"
                        + " freeze fewer");
        trainer(model).unfreeze("norm").freeze("output").fit(data);
        assertThatThrownBy(() -> trainer(model).unfreeze("active"))
                .hasMessage("layer \"active\" of Frozen_LOOPS is Activate and has no parameters that could be frozen");
    }

    @Test
    void theSummaryCountsWhatIsTrained() {
        assertThat(model("Frozen", Style.LOOPS).summary().split("\n"))
                .endsWith("Total parameters: 248", "Trainable parameters: 10", "Non-trainable parameters: 238");
        assertThat(Arrays.asList(model("Plain", Style.LOOPS).summary().split("\n")))
                .contains("Trainable parameters: 242");
    }
}
