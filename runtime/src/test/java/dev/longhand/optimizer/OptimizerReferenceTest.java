package dev.longhand.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.ModelInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerReferenceTest {

    static List<Arguments> cases() throws IOException {
        try (InputStream in = OptimizerReferenceTest.class.getResourceAsStream("/reference/optimizers.json")) {
            JsonObject file = JsonParser.parseReader(
                            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            List<Arguments> cases = new ArrayList<>();
            for (JsonElement each : file.getAsJsonArray("cases")) {
                JsonObject object = each.getAsJsonObject();
                String name = object.get("op").getAsString() + " " + object.get("attrs");
                cases.add(Arguments.of(name, object));
            }
            return cases;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyStepIsPyTorchs(String name, JsonObject expected) {
        Optimizer optimizer = optimizer(expected.get("op").getAsString(), expected.getAsJsonObject("attrs"));
        float[] p = floats(expected.getAsJsonObject("start"));
        OptimizerState state = optimizer.start(weights(p.length));
        JsonArray gradients = expected.getAsJsonArray("gradients");
        assertThat(gradients.size()).isEqualTo(12);
        for (int step = 0; step < gradients.size(); step++) {
            state.update(p, floats(gradients.get(step).getAsJsonObject()), 1);
            JsonArray after = expected.getAsJsonArray("after_step")
                    .get(step)
                    .getAsJsonObject()
                    .getAsJsonArray("data");
            for (int i = 0; i < p.length; i++) {
                double want = after.get(i).getAsDouble();
                assertThat((double) p[i])
                        .as("parameter %d after step %d", i, step + 1)
                        .isCloseTo(want, within(1e-5 * Math.abs(want)));
            }
        }
        assertThat(state.steps()).isEqualTo(12);
    }

    private static Optimizer optimizer(String op, JsonObject attrs) {
        double rate = attrs.get("lr").getAsDouble();
        double decay = attrs.has("weight_decay") ? attrs.get("weight_decay").getAsDouble() : 0;
        return switch (op) {
            case "sgd" -> Sgd.learningRate(rate).l2(decay);
            case "momentum" ->
                Sgd.learningRate(rate).momentum(attrs.get("momentum").getAsDouble());
            case "nesterov" ->
                Sgd.learningRate(rate)
                        .momentum(attrs.get("momentum").getAsDouble())
                        .nesterov();
            case "adagrad" ->
                Adagrad.learningRate(rate).epsilon(attrs.get("eps").getAsDouble());
            case "rmsprop" ->
                RmsProp.learningRate(rate)
                        .rho(attrs.get("alpha").getAsDouble())
                        .epsilon(attrs.get("eps").getAsDouble());
            case "adadelta" ->
                Adadelta.learningRate(rate)
                        .rho(attrs.get("rho").getAsDouble())
                        .epsilon(attrs.get("eps").getAsDouble());
            case "adam", "adam(L2 weight decay)" -> Adam.learningRate(rate).l2(decay);
            case "adamw" -> AdamW.learningRate(rate).weightDecay(decay);
            case "nadam" -> NAdam.learningRate(rate);
            default -> throw new IllegalArgumentException(op);
        };
    }

    /** A network whose parameters are all weights. */
    static ModelInfo weights(int count) {
        return ModelInfo.builder("Weights", Loss.MEAN_SQUARED_ERROR, count)
                .layer("layer", "Dense", "a = x·W", 1)
                .parameter("weight", Initialization.of(Initializer.ZEROS, 0, count, 1), count, 1)
                .build();
    }

    private static float[] floats(JsonObject tensor) {
        JsonArray data = tensor.getAsJsonArray("data");
        float[] values = new float[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) data.get(i).getAsDouble();
        }
        return values;
    }
}
