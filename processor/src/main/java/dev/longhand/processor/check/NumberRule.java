package dev.longhand.processor.check;

import dev.longhand.processor.read.Attribute;
import java.util.Optional;
import java.util.function.Predicate;

/** The rule that an attribute's number lies in a range. */
public final class NumberRule {

    private NumberRule() {}

    /** The number, if it's there and {@code isRight}; otherwise {@code message} with the layer's name and the number. */
    public static Optional<Float> check(LayerContext layer, String name, Predicate<Float> isRight, Message message) {
        Attribute attribute = layer.attribute(name);
        Optional<Float> number = attribute.number();
        if (number.isPresent() && !isRight.test(number.get())) {
            layer.problem(message, attribute, layer.name(), number.get());
            return Optional.empty();
        }
        return number;
    }

    /** The ε of a normalization: a positive number. */
    public static Optional<Float> epsilon(LayerContext layer) {
        return check(layer, "epsilon", number -> number > 0 && Float.isFinite(number), Message.EPSILON_RANGE);
    }
}
