package dev.longhand.processor.check;

import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;
import java.util.Optional;

/** The rules of the shape that {@code @Network} gives for the input. */
final class InputCheck {

    private static final int MOST_DIMENSIONS = 3;

    private InputCheck() {}

    static Optional<Shape> check(NetworkDeclaration declaration, Problems problems) {
        Attribute input = declaration.network().attribute("input");
        Optional<List<Integer>> dimensions = input.integers();
        if (dimensions.isEmpty()) {
            return Optional.empty();
        }
        if (dimensions.get().isEmpty()) {
            problems.add(Message.INPUT_EMPTY, input.place(), declaration.name());
            return Optional.empty();
        }
        boolean isRight = true;
        if (dimensions.get().size() > MOST_DIMENSIONS) {
            problems.add(
                    Message.INPUT_TOO_MANY,
                    input.place(),
                    declaration.name(),
                    dimensions.get().size());
            isRight = false;
        }
        List<Attribute> items = input.items();
        for (int i = 0; i < items.size(); i++) {
            int dimension = dimensions.get().get(i);
            if (dimension < 1) {
                problems.add(Message.INPUT_NOT_POSITIVE, items.get(i).place(), i + 1, declaration.name(), dimension);
                isRight = false;
            }
        }
        if (!isRight) {
            return Optional.empty();
        }
        Shape shape = new Shape(dimensions.get());
        if (ArrayLimit.isExceededBy(shape)) {
            problems.add(Message.INPUT_TOO_LARGE, input.place(), declaration.name(), shape, ArrayLimit.LENGTH);
            return Optional.empty();
        }
        return Optional.of(shape);
    }
}
