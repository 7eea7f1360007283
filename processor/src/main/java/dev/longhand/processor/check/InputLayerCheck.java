package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.Input;
import java.util.Optional;

/** The rules of {@code @Input}; {@link InputCheck} has looked at its shape. */
final class InputLayerCheck implements LayerCheck {

    @Override
    public String annotation() {
        return "Input";
    }

    @Override
    public Role role() {
        return Role.RESHAPES;
    }

    @Override
    public Reads reads() {
        return Reads.NONE;
    }

    @Override
    public LayerResult check(LayerContext layer) {
        Optional<Shape> shape = InputCheck.shapeOf(layer.annotation());
        return LayerResult.of(
                layer.input().flatMap(all -> shape.map(part -> new Input(layer.name(), all, part))), shape);
    }
}
