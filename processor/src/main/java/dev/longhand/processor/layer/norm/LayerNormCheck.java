package dev.longhand.processor.layer.norm;

import dev.longhand.Shape;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.NumberRule;
import java.util.Optional;

/** The rules of {@code @LayerNorm}. */
final class LayerNormCheck implements LayerCheck<ResolvedLayerNorm> {

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public boolean hasParameters() {
        return true;
    }

    @Override
    public LayerResult<ResolvedLayerNorm> check(LayerContext layer) {
        Optional<Float> epsilon = NumberRule.epsilon(layer);
        Optional<Shape> input = layer.input();
        boolean isEmpty = input.isPresent() && input.get().last() == 1;
        if (isEmpty) {
            layer.problem(Message.LAYER_NORM_OF_ONE, layer.name(), input.get());
        }
        Optional<ResolvedLayerNorm> norm = isEmpty
                ? Optional.empty()
                : epsilon.flatMap(number -> input.map(shape -> new ResolvedLayerNorm(layer.name(), shape, number)));
        return new LayerResult<>(
                norm, input, input.map(shape -> 2L * shape.last()).orElse(0L));
    }
}
