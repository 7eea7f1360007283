package dev.longhand.processor.check;

import dev.longhand.Shape;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;
import java.util.Optional;

/** The rules of the input's shape: {@code @Network} gives it, or else layers with {@code @Input} a part each. */
public final class InputCheck {

    private static final int MAX_DIMENSIONS = 3;

    private InputCheck() {}

    /** The shape of one sample: that of the one input, or a row of the numbers of all. */
    static Optional<Shape> check(NetworkDeclaration declaration, LayerRules rules, Problems problems) {
        Attribute input = declaration.network().attribute("input");
        List<LayerDeclaration> parts = declaration.layers().stream()
                .filter(layer -> isInput(layer, rules))
                .toList();
        if (input.isGiven()) {
            for (LayerDeclaration part : parts) {
                problems.add(Message.INPUT_BOTH, part.annotations().get(0).position(), part.name());
            }
            return check(input, declaration.name(), Message.INPUT_EMPTY, problems);
        }
        if (parts.isEmpty()) {
            problems.add(Message.INPUT_MISSING, declaration.network().position(), declaration.name());
            return Optional.empty();
        }
        long size = 0;
        for (LayerDeclaration part : parts) {
            Attribute value = part.annotations().get(0).attribute("value");
            Optional<Shape> shape = check(value, part.name(), Message.LAYER_INPUT_EMPTY, problems);
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            size += shape.get().size();
        }
        if (size > ArrayLimit.LENGTH) {
            problems.add(
                    Message.INPUT_TOO_LARGE,
                    declaration.network().position(),
                    declaration.name(),
                    size,
                    ArrayLimit.LENGTH);
            return Optional.empty();
        }
        return Optional.of(Shape.of((int) size));
    }

    /** Whether a layer declares a part of the input. */
    static boolean isInput(LayerDeclaration layer, LayerRules rules) {
        return rules.of(layer)
                .filter(check -> check.reads() == LayerCheck.Reads.NONE)
                .isPresent();
    }

    /** The shape that an {@code @Input} gives, if it's right. */
    public static Optional<Shape> shapeOf(AnnotationDeclaration input) {
        return check(input.attribute("value"), "", Message.LAYER_INPUT_EMPTY, new Problems());
    }

    private static Optional<Shape> check(Attribute input, String name, Message ifEmpty, Problems problems) {
        Optional<List<Integer>> dimensions = input.integers();
        if (dimensions.isEmpty()) {
            return Optional.empty();
        }
        if (dimensions.get().isEmpty()) {
            problems.add(ifEmpty, input.position(), name);
            return Optional.empty();
        }
        boolean isRight = true;
        if (dimensions.get().size() > MAX_DIMENSIONS) {
            problems.add(
                    Message.INPUT_TOO_MANY,
                    input.position(),
                    name,
                    dimensions.get().size());
            isRight = false;
        }
        List<Attribute> items = input.items();
        for (int i = 0; i < items.size(); i++) {
            int dimension = dimensions.get().get(i);
            if (dimension < 1) {
                problems.add(Message.INPUT_NOT_POSITIVE, items.get(i).position(), i + 1, name, dimension);
                isRight = false;
            }
        }
        if (!isRight) {
            return Optional.empty();
        }
        Shape shape = new Shape(dimensions.get());
        if (ArrayLimit.isExceededBy(shape)) {
            problems.add(Message.INPUT_TOO_LARGE, input.position(), name, shape, ArrayLimit.LENGTH);
            return Optional.empty();
        }
        return Optional.of(shape);
    }
}
