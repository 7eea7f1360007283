package dev.longhand.processor.layer.reshape;

import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.ResolvedLayer.Flatten;
import dev.longhand.processor.check.Shape;
import java.util.Optional;

/** The rules of {@code @Flatten}. */
public final class FlattenCheck implements LayerCheck {

    @Override
    public String annotation() {
        return "Flatten";
    }

    @Override
    public Role role() {
        return Role.RESHAPES;
    }

    @Override
    public LayerResult check(LayerContext layer) {
        layer.input().filter(Shape::isFlat).ifPresent(flat -> layer.problem(Message.FLATTEN_FLAT, layer.name(), flat));
        Optional<Flatten> flatten = layer.input().map(input -> new Flatten(layer.name(), input));
        return LayerResult.of(flatten.map(right -> right), flatten.map(Flatten::output));
    }
}
