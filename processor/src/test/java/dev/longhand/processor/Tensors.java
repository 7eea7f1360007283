package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Arrays of numbers as reference files hold them. */
final class Tensors {

    private Tensors() {}

    /** A file of the test resources. */
    static JsonObject read(String resource) {
        try (InputStream in = Tensors.class.getResourceAsStream(resource)) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a file. */
    static List<JsonObject> cases(String resource) {
        List<JsonObject> cases = new ArrayList<>();
        read(resource).getAsJsonArray("cases").forEach(item -> cases.add(item.getAsJsonObject()));
        return cases;
    }

    /** The numbers of a tensor {@code {"shape": …, "data": …}}, or of a plain array of numbers or rows. */
    static double[] numbers(JsonElement tensor) {
        List<Double> numbers = new ArrayList<>();
        collect(tensor.isJsonObject() ? tensor.getAsJsonObject().get("data") : tensor, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonElement element, List<Double> numbers) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> collect(item, numbers));
        } else {
            numbers.add(element.getAsDouble());
        }
    }

    static int[] shape(JsonElement tensor) {
        List<Integer> shape = new ArrayList<>();
        tensor.getAsJsonObject().getAsJsonArray("shape").forEach(item -> shape.add(item.getAsInt()));
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    /** PyTorch's weights, [out][in], as ours, [in][out]; a bias as it is. */
    static double[] weights(JsonElement tensor) {
        double[] numbers = numbers(tensor);
        int[] shape = shape(tensor);
        if (shape.length == 1) {
            return numbers;
        }
        double[] turned = new double[numbers.length];
        for (int j = 0; j < shape[0]; j++) {
            for (int i = 0; i < shape[1]; i++) {
                turned[i * shape[0] + j] = numbers[j * shape[1] + i];
            }
        }
        return turned;
    }

    static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** Asserts that each number is right within {@code tolerance} of the largest of them. */
    static void assertClose(String what, float[] actual, int from, double[] expected, double tolerance) {
        double largest = 0;
        for (double number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        assertThat(actual.length).as(what).isGreaterThanOrEqualTo(from + expected.length);
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[from + i] - expected[i]) / largest;
            if (!(error <= tolerance)) {
                throw new AssertionError("%s: number %d is %s, not %s: off by %.1e of the largest"
                        .formatted(what, i, actual[from + i], expected[i], error));
            }
        }
    }
}
