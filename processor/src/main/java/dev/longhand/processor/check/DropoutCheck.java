package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.Dropout;
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
        Optional<Float> rate = NumberRule.check(layer, "rate", number -> number >= 0 && number < 1, Message.RATE_RANGE);
        return LayerResult.of(
                rate.flatMap(number -> shape.map(input -> new Dropout(layer.name(), input, number))), shape);
    }
}
