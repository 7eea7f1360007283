package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.Dropout;
import dev.longhand.processor.read.Attribute;
import java.util.Optional;

/** The rules of {@code @Dropout}. */
final class DropoutCheck implements LayerCheck {

    @Override
    public String annotation() {
        return "Dropout";
    }

    @Override
    public Role role() {
        return Role.DISTURBS;
    }

    @Override
    public LayerResult check(LayerContext layer) {
        Optional<Shape> shape = layer.input();
        return LayerResult.of(
                checkRate(layer).flatMap(rate -> shape.map(input -> new Dropout(layer.name(), input, rate))), shape);
    }

    private static Optional<Float> checkRate(LayerContext layer) {
        Attribute rate = layer.attribute("rate");
        Optional<Float> number = rate.number();
        if (number.isPresent() && !(number.get() >= 0 && number.get() < 1)) {
            layer.problem(Message.RATE_RANGE, rate, layer.name(), number.get());
            return Optional.empty();
        }
        return number;
    }
}
