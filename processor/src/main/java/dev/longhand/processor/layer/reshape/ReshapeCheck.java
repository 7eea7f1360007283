package dev.longhand.processor.layer.reshape;

import dev.longhand.Shape;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.read.Attribute;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of {@code @Reshape}. */
final class ReshapeCheck implements LayerCheck<ResolvedReshape> {

    private static final int MAX_DIMENSIONS = 3;

    @Override
    public Role role() {
        return Role.RESHAPES;
    }

    @Override
    public LayerResult<ResolvedReshape> check(LayerContext layer) {
        Optional<List<Integer>> dimensions = dimensions(layer);
        if (dimensions.isPresent() && layer.input().isPresent()) {
            checkSize(layer, dimensions.get(), layer.input().get());
        }
        Optional<Shape> output = dimensions
                .filter(right -> layer.input().isEmpty()
                        || isAsLarge(right, layer.input().get()))
                .filter(right -> layer.input().isPresent())
                .map(Shape::new);
        return LayerResult.of(
                layer.input().flatMap(input -> output.map(shape -> new ResolvedReshape(layer.name(), input, shape))),
                output);
    }

    private static Optional<List<Integer>> dimensions(LayerContext layer) {
        Attribute value = layer.attribute("value");
        List<Attribute> items = value.items();
        boolean isRight = true;
        if (value.integers().isPresent() && (items.isEmpty() || items.size() > MAX_DIMENSIONS)) {
            layer.problem(Message.RESHAPE_COUNT, value, layer.name(), items.size(), MAX_DIMENSIONS);
            isRight = false;
        }
        for (int i = 0; i < items.size(); i++) {
            Optional<Integer> dimension = items.get(i).integer();
            if (dimension.isPresent() && dimension.get() < 1) {
                layer.problem(Message.RESHAPE_NOT_POSITIVE, items.get(i), i + 1, layer.name(), dimension.get());
                isRight = false;
            }
        }
        return isRight ? value.integers() : Optional.empty();
    }

    private static void checkSize(LayerContext layer, List<Integer> dimensions, Shape input) {
        if (!isAsLarge(dimensions, input)) {
            layer.problem(
                    Message.RESHAPE_SIZE,
                    layer.attribute("value"),
                    layer.name(),
                    text(dimensions),
                    size(dimensions),
                    layer.inputs().get(0).layer(),
                    input,
                    input.size());
        } else if (dimensions.equals(input.dimensions())) {
            layer.problem(Message.RESHAPE_SAME, layer.name(), input);
        }
    }

    private static boolean isAsLarge(List<Integer> dimensions, Shape input) {
        return size(dimensions).equals(BigInteger.valueOf(input.size()));
    }

    private static BigInteger size(List<Integer> dimensions) {
        return dimensions.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static String text(List<Integer> dimensions) {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
