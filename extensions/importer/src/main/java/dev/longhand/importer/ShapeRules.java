package dev.longhand.importer;

import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shapes that kinds of layers have in common. */
final class ShapeRules {

    private ShapeRules() {}

    static void require(boolean fits, String layer, List<Shape> inputs) {
        if (!fits) {
            throw new IllegalArgumentException(layer + " can't read " + text(inputs));
        }
    }

    private static String text(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(" and "));
    }

    static void requireDivisible(int groups, int channels, int filters) {
        if (channels % groups != 0 || filters % groups != 0) {
            throw new IllegalArgumentException(
                    groups + " groups don't divide " + channels + " channels and " + filters + " filters");
        }
    }

    /** The output of a window with these channels. */
    static Shape slide(WindowSetting window, String layer, List<Shape> inputs, int channels) {
        Shape input = inputs.get(0);
        require(input.rank() == window.dimensions() + 1, layer + " of " + window.dimensions() + " dimensions", inputs);
        List<Integer> output = new ArrayList<>();
        for (int k = 0; k < window.dimensions(); k++) {
            int outputs = window.outputs(k, input.dimension(k));
            require(outputs >= 1, layer + " of size " + Attributes.list(window.size()), inputs);
            output.add(outputs);
        }
        output.add(channels);
        return new Shape(output);
    }

    static Shape kernel(WindowSetting window, int channels, int filters) {
        List<Integer> dimensions = new ArrayList<>(window.size());
        dimensions.add(channels);
        dimensions.add(filters);
        return new Shape(dimensions);
    }

    static Map<String, Shape> rows(int size, String... names) {
        Map<String, Shape> arrays = new LinkedHashMap<>();
        for (String name : names) {
            arrays.put(name, Shape.of(size));
        }
        return arrays;
    }

    static void putIf(boolean isThere, Map<String, Shape> arrays, String name, int size) {
        if (isThere) {
            arrays.put(name, Shape.of(size));
        }
    }

    static void addUnlessOnes(Attributes written, String name, List<Integer> numbers) {
        if (numbers.stream().anyMatch(number -> number != 1)) {
            written.addPair(name, numbers);
        }
    }

    static Shape equal(List<Shape> inputs) {
        require(
                inputs.size() > 1 && inputs.stream().distinct().count() == 1,
                "a layer that joins two or more equal shapes",
                inputs);
        return inputs.get(0);
    }

    static Shape concatenate(List<Shape> inputs) {
        boolean fits = inputs.size() > 1
                && inputs.stream().map(shape -> shape.withLast(1)).distinct().count() == 1;
        require(fits, "a concatenation along the last dimension", inputs);
        return inputs.get(0).withLast(inputs.stream().mapToInt(Shape::last).sum());
    }
}
