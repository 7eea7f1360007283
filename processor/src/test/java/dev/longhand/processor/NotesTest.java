package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Sgd;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.training.TrainingStep;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures that the lecture notes print, by compiled networks in every style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotesTest {

    private static final Offset<Float> DIGITS = within(1e-6f);

    private static final float[] CORNERS = {0, 0, 0, 1, 1, 0, 1, 1};

    private StyledModels models;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, Description> networks = new LinkedHashMap<>();
        networks.put("And", gate(Activation.STEP, 0.5f, 0.5f, -0.7f));
        networks.put("AndOfNote0", gate(Activation.STEP, 0.5f, 0.5f, -0.8f));
        networks.put("AndOfNote1", gate(Activation.STEP, 1, 1, -1));
        networks.put("Nand", gate(Activation.STEP, -0.5f, -0.5f, 0.7f));
        networks.put("Or", gate(Activation.STEP, 0.6f, 0.6f, -0.5f));
        networks.put("OrOfNote0", gate(Activation.STEP, 0.5f, 0.5f, -0.3f));
        networks.put("SignedOr", gate(Activation.SIGN, 1, 1, -0.5f));
        networks.put("Sum", gate(Activation.IDENTITY, 1, 1, -0.5f));
        networks.put(
                "Xor",
                Description.of(
                        2,
                        Loss.HALF_SQUARED_ERROR,
                        dense("nandAndOr", 2, Activation.STEP, Start.values(-0.5f, 0.6f, -0.5f, 0.6f), 0.7f, -0.5f),
                        dense("and", 1, Activation.STEP, Start.values(0.5f, 0.5f), -0.7f)));
        networks.put(
                "Backprop",
                Description.of(
                        2,
                        Loss.HALF_SQUARED_ERROR,
                        dense("hidden", 2, Activation.SIGMOID, Start.values(0.3f, 0.4f, 0.25f, 0.35f)),
                        dense("output", 2, Activation.SIGMOID, Start.values(0.45f, 0.7f, 0.4f, 0.6f))));
        networks.put(
                "LearntXor",
                Description.of(
                        2,
                        Loss.HALF_SQUARED_ERROR,
                        Dense.of("hidden", 5, Activation.SIGMOID),
                        Dense.of("output", 1, Activation.SIGMOID)));
        models = StyledModels.compile(Compiler.JAVAC, directory, networks);
    }

    private static Description gate(Activation activation, float w1, float w2, float b) {
        return Description.of(2, Loss.HALF_SQUARED_ERROR, dense("output", 1, activation, Start.values(w1, w2), b));
    }

    private static Dense dense(String name, int units, Activation activation, Start weights, float... bias) {
        Start start = bias.length == 0 ? Start.BIAS : Start.values(bias);
        return new Dense(name, units, Function.of(activation), bias.length > 0, weights, start);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void gatesHaveTheirTruthTables(Style style) {
        assertThat(truth("And", style)).containsExactly(0, 0, 0, 1);
        assertThat(truth("AndOfNote0", style)).containsExactly(0, 0, 0, 1);
        assertThat(truth("AndOfNote1", style)).containsExactly(0, 0, 0, 1);
        assertThat(truth("Nand", style)).containsExactly(1, 1, 1, 0);
        assertThat(truth("Or", style)).containsExactly(0, 1, 1, 1);
        assertThat(truth("OrOfNote0", style)).containsExactly(0, 1, 1, 1);
        assertThat(truth("Sum", style)).containsExactly(-0.5f, 0.5f, 0.5f, 1.5f);
        assertThat(truth("SignedOr", style)).containsExactly(-1, 1, 1, 1);
        assertThat(truth("Xor", style)).containsExactly(0, 1, 1, 0);
    }

    private float[] truth(String gate, Style style) {
        return models.model(gate, style).predict(CORNERS);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void workedExampleOfBackpropagationIsRightToEveryDigit(Style style) {
        Model model = models.model("Backprop", style);
        Workspace ws = model.workspace(1);
        ws.input()[0] = 0.1f;
        ws.input()[1] = 0.2f;
        ws.targets()[0] = 0.4f;
        ws.targets()[1] = 0.6f;
        model.forwardTraining(ws, 1);
        assertThat(ws.activation(0)).containsExactly(new float[] {0.51998934f, 0.52747230f}, DIGITS);
        assertThat(ws.output()).containsExactly(new float[] {0.60944600f, 0.66384491f}, DIGITS);
        assertThat(model.backward(ws, 1)).isCloseTo(0.02397190f, DIGITS);
        assertThat(ws.gradients()[0]).isCloseTo(0.00080888f, DIGITS);
        assertThat(ws.gradients()[4]).isCloseTo(0.02592286f, DIGITS);

        float[] p = model.parameters().values();
        for (int i = 0; i < p.length; i++) {
            p[i] -= 0.5f * ws.gradients()[i];
        }
        assertThat(p)
                .containsExactly(
                        new float[] {
                            0.29959556f, 0.39964496f, 0.24919112f, 0.34928991f,
                            0.43703857f, 0.69629578f, 0.38685205f, 0.59624247f
                        },
                        DIGITS);
        model.forwardTraining(ws, 1);
        assertThat(ws.activation(0)).containsExactly(new float[] {0.51993887f, 0.52742806f}, DIGITS);
        assertThat(ws.output()).containsExactly(new float[] {0.60617688f, 0.66295848f}, DIGITS);
        assertThat(model.loss(ws, 1)).isCloseTo(0.02323634f, DIGITS);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void xorOf10000StepsEndsWhereTheNoteEnds(Style style) {
        JsonObject note = Tensors.read("/reference/seed_xor_numpy.json");
        Model model = models.model("LearntXor", style);
        JsonArray w0 = note.getAsJsonArray("w0");
        float[] hidden = new float[10];
        float[] bias = new float[5];
        for (int j = 0; j < 5; j++) {
            hidden[j] = w0.get(0).getAsJsonArray().get(j).getAsFloat();
            hidden[5 + j] = w0.get(1).getAsJsonArray().get(j).getAsFloat();
            bias[j] = w0.get(2).getAsJsonArray().get(j).getAsFloat();
        }
        float[] w1 = Tensors.floats(Tensors.numbers(note.get("w1")));
        model.parameters().layer(0).setWeights(hidden);
        model.parameters().layer(0).setBias(bias);
        model.parameters().layer(1).setWeights(java.util.Arrays.copyOf(w1, 5));
        model.parameters().layer(1).setBias(w1[5]);
        float[] losses = new float[10_001];
        float[] output;
        // The note sums over the batch what is the mean here.
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.2 * 4), 4, 1)) {
            for (int i = 1; i <= 10_000; i++) {
                losses[i] = 4 * step.run(CORNERS, new float[] {0, 1, 1, 0});
            }
            // The note prints what step 10,000 sees, before it changes the weights.
            output = step.workspace().output();
        }
        note.getAsJsonArray("half_squared_error_summed_over_batch_at_step").forEach(entry -> {
            int step = entry.getAsJsonArray().get(0).getAsInt();
            assertThat(losses[step])
                    .as("loss at step " + step)
                    .isCloseTo(entry.getAsJsonArray().get(1).getAsFloat(), DIGITS);
        });
        assertThat(output)
                .containsExactly(Tensors.floats(Tensors.numbers(note.get("output_after_10000_steps"))), DIGITS);
    }
}
