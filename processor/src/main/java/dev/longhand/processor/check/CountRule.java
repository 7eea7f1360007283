package dev.longhand.processor.check;

import dev.longhand.processor.read.Attribute;
import java.util.Optional;

/** The rule of an attribute that counts something: at least 1. */
public final class CountRule {

    private CountRule() {}

    public static Optional<Integer> check(LayerContext layer, String name) {
        Attribute attribute = layer.attribute(name);
        Optional<Integer> number = attribute.integer();
        if (number.isPresent() && number.get() < 1) {
            layer.problem(Message.NUMBER_NOT_POSITIVE, attribute, name, layer.name(), number.get());
            return Optional.empty();
        }
        return number;
    }
}
