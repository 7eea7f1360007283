package dev.longhand.importer.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.longhand.Shape;
import dev.longhand.importer.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {

    private static KerasLayer layer(String className, String name, String reads, double maskValue) {
        JsonObject values = new JsonObject();
        values.addProperty("mask_value", maskValue);
        return new KerasLayer(
                new LayerConfig(className, name, values),
                List.of(reads),
                List.of(Shape.of(5, 2)),
                List.of(),
                List.of(),
                true);
    }

    private static List<Refusal> refusals(double maskValue, String readsMask) throws UnsupportedLayerException {
        Masks masks = new Masks();
        masks.follow(layer("Masking", "steps", "input", maskValue), List.of("input"), false);
        masks.follow(layer(readsMask, "next", "steps", 0), List.of("steps"), true);
        return masks.refusals(1, 1);
    }

    @Test
    void maskedStepsThatAreSetToZeroAreRefusedUnlessTheyAreSkipped() throws UnsupportedLayerException {
        assertThat(refusals(-1, "Flatten"))
                .extracting(Refusal::toString)
                .containsExactly(
                        "Masking \"steps\": it sets steps whose numbers are all -1.0 to 0, which no layer computes:"
                                + " set them to 0 before predicting, and give it the mask_value 0");
        assertThat(refusals(0, "Flatten")).isEmpty();
        assertThat(refusals(-1, "LSTM")).isEmpty();
    }
}
