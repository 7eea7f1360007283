package dev.longhand.processor.layer.pointwise;

import dev.longhand.Shape;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.NumberRule;
import java.util.Optional;

/** The rules of {@code @Dropout}. */
final class DropoutCheck implements LayerCheck<ResolvedDropout> {

    @Override
    public Role role() {
        return Role.DISTURBS;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public LayerResult<ResolvedDropout> check(LayerContext layer) {
        Optional<Shape> shape = layer.input();
        Optional<Float> rate = NumberRule.check(layer, "rate", number -> number >= 0 && number < 1, Message.RATE_RANGE);
        return LayerResult.of(
                rate.flatMap(number -> shape.map(input -> new ResolvedDropout(layer.name(), input, number))), shape);
    }
}
