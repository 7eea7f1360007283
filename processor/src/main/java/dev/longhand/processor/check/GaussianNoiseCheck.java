package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.GaussianNoise;
import java.util.Optional;

/** The rules of {@code @GaussianNoise}. */
final class GaussianNoiseCheck implements LayerCheck {

    @Override
    public String annotation() {
        return "GaussianNoise";
    }

    @Override
    public Role role() {
        return Role.DISTURBS;
    }

    @Override
    public LayerResult check(LayerContext layer) {
        Optional<Shape> shape = layer.input();
        Optional<Float> stddev = NumberRule.check(
                layer, "stddev", number -> number >= 0 && Float.isFinite(number), Message.STDDEV_RANGE);
        return LayerResult.of(
                stddev.flatMap(number -> shape.map(input -> new GaussianNoise(layer.name(), input, number))), shape);
    }
}
