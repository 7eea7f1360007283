package dev.longhand.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;

/** Values computed by PyTorch in double precision, from the files in {@code resources/reference}. */
public final class ReferenceCases {

    /**
     * Differences are relative to the expected number, or to this if it's smaller: where a is nearly 1, 1 − a² and the
     * derivatives computed from it are small and have large relative rounding errors.
     */
    private static final double FLOOR = 1e-2;

    private static final double TOLERANCE = 1e-5;

    private ReferenceCases() {}

    /** One operation with its named arrays. */
    public record Case(String op, JsonObject json) {

        public boolean has(String name) {
            return json.has(name);
        }

        public float[] floats(String name) {
            double[] doubles = doubles(name);
            float[] floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) doubles[i];
            }
            return floats;
        }

        public double[] doubles(String name) {
            return new Gson().fromJson(json.getAsJsonObject(name).get("data"), double[].class);
        }

        public int[] shape(String name) {
            return new Gson().fromJson(json.getAsJsonObject(name).get("shape"), int[].class);
        }

        public double number(String name) {
            return json.get(name).getAsDouble();
        }

        @Override
        public String toString() {
            JsonElement note = json.get("note");
            return note == null ? op : op + ", " + note.getAsString();
        }
    }

    public static Stream<Case> of(String file) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ReferenceCases.class.getResourceAsStream("/reference/" + file), file),
                StandardCharsets.UTF_8)) {
            List<Case> cases = StreamSupport.stream(
                            new Gson()
                                    .fromJson(reader, JsonObject.class)
                                    .getAsJsonArray("cases")
                                    .spliterator(),
                            false)
                    .map(JsonElement::getAsJsonObject)
                    .map(json -> new Case(json.get("op").getAsString(), json))
                    .toList();
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Within 10⁻⁵ of each number, or of 10⁻² where it's smaller than that. */
    public static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("element %d", i).isCloseTo(expected[i], within(expected[i]));
        }
    }

    public static void assertClose(float actual, double expected) {
        assertThat((double) actual).isCloseTo(expected, within(expected));
    }

    private static Offset<Double> within(double expected) {
        return Offset.offset(TOLERANCE * Math.max(FLOOR, Math.abs(expected)));
    }
}
