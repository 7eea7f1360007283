package dev.longhand.processor.layer.reshape;

import dev.longhand.Shape;
import dev.longhand.processor.check.InputCheck;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import java.util.Optional;

/** The rules of {@code @Input}; {@link InputCheck} has looked at its shape. */
final class InputPartCheck implements LayerCheck<ResolvedInput> {

    @Override
    public Role role() {
        return Role.RESHAPES;
    }

    @Override
    public Reads reads() {
        return Reads.NONE;
    }

    @Override
    public LayerResult<ResolvedInput> check(LayerContext layer) {
        Optional<Shape> shape = InputCheck.shapeOf(layer.annotation());
        return LayerResult.of(
                layer.input().flatMap(all -> shape.map(part -> new ResolvedInput(layer.name(), all, part))), shape);
    }
}
