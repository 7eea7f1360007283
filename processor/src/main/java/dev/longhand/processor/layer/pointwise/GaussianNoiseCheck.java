package dev.longhand.processor.layer.pointwise;

import dev.longhand.Shape;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.NumberRule;
import java.util.Optional;

/** The rules of {@code @GaussianNoise}. */
final class GaussianNoiseCheck implements LayerCheck<ResolvedGaussianNoise> {

    @Override
    public Role role() {
        return Role.DISTURBS;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public LayerResult<ResolvedGaussianNoise> check(LayerContext layer) {
        Optional<Shape> shape = layer.input();
        Optional<Float> stddev = NumberRule.check(
                layer, "stddev", number -> number >= 0 && Float.isFinite(number), Message.STDDEV_RANGE);
        return LayerResult.of(
                stddev.flatMap(number -> shape.map(input -> new ResolvedGaussianNoise(layer.name(), input, number))),
                shape);
    }
}
