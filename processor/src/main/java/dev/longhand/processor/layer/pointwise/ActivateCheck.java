package dev.longhand.processor.layer.pointwise;

import dev.longhand.Shape;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.FunctionRule;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import java.util.Optional;

/** The rules of {@code @Activate}. */
final class ActivateCheck implements LayerCheck<ResolvedActivate> {

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public Optional<String> activationAttribute() {
        return Optional.of("value");
    }

    @Override
    public LayerResult<ResolvedActivate> check(LayerContext layer) {
        Optional<Shape> shape = layer.input();
        boolean isSequence = shape.filter(Shape::isSequence).isPresent();
        Message notFlat = isSequence ? Message.SOFTMAX_OF_SEQUENCE : Message.SOFTMAX_NOT_FLAT;
        Optional<ActivationFunction> function = FunctionRule.check(layer, "value", shape, notFlat);
        return LayerResult.of(
                function.flatMap(f -> shape.map(input -> new ResolvedActivate(layer.name(), input, f))), shape);
    }
}
