package dev.longhand.processor.layer.reshape;

import dev.longhand.Shape;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import java.util.Optional;

/** The rules of {@code @Flatten}. */
final class FlattenCheck implements LayerCheck<ResolvedFlatten> {

    @Override
    public Role role() {
        return Role.RESHAPES;
    }

    @Override
    public LayerResult<ResolvedFlatten> check(LayerContext layer) {
        layer.input().filter(Shape::isFlat).ifPresent(flat -> layer.problem(Message.FLATTEN_FLAT, layer.name(), flat));
        Optional<ResolvedFlatten> flatten = layer.input().map(input -> new ResolvedFlatten(layer.name(), input));
        return LayerResult.of(flatten, flatten.map(ResolvedFlatten::output));
    }
}
