package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.LayerNorm;
import java.util.Optional;

/** The rules of {@code @LayerNorm}. */
final class LayerNormCheck implements LayerCheck {

    @Override
    public String annotation() {
        return "LayerNorm";
    }

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public LayerResult check(LayerContext layer) {
        Optional<Float> epsilon = NumberRule.epsilon(layer);
        Optional<Shape> input = layer.input();
        boolean isEmpty = input.isPresent() && input.get().last() == 1;
        if (isEmpty) {
            layer.problem(Message.LAYER_NORM_OF_ONE, layer.name(), input.get());
        }
        Optional<ResolvedLayer> norm = isEmpty
                ? Optional.empty()
                : epsilon.flatMap(number -> input.map(shape -> new LayerNorm(layer.name(), shape, number)));
        return new LayerResult(
                norm, input, input.map(shape -> 2L * shape.last()).orElse(0L));
    }
}
