package dev.longhand.processor.layer.norm;

import dev.longhand.Shape;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.NumberRule;
import java.util.Optional;

/** The rules of {@code @BatchNorm}. */
final class BatchNormCheck implements LayerCheck<ResolvedBatchNorm> {

    /** Below this, each step would replace most of the statistics: PyTorch's momentum, 1 − ours, was probably meant. */
    private static final float MIN_USUAL_MOMENTUM = 0.5f;

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean hasParameters() {
        return true;
    }

    @Override
    public LayerResult<ResolvedBatchNorm> check(LayerContext layer) {
        Optional<Float> momentum =
                NumberRule.check(layer, "momentum", number -> number >= 0 && number < 1, Message.MOMENTUM_RANGE);
        momentum.filter(number -> number > 0 && number < MIN_USUAL_MOMENTUM)
                .ifPresent(number -> layer.problem(
                        Message.MOMENTUM_SMALL, layer.attribute("momentum"), number, layer.name(), 1 - number));
        Optional<Float> epsilon = NumberRule.epsilon(layer);
        Optional<Shape> input = layer.input();
        Optional<ResolvedBatchNorm> norm = momentum.isPresent() && epsilon.isPresent()
                ? input.map(shape -> new ResolvedBatchNorm(layer.name(), shape, momentum.get(), epsilon.get()))
                : Optional.empty();
        return new LayerResult<>(
                norm, input, input.map(shape -> 2L * shape.last()).orElse(0L));
    }
}
