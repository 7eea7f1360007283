package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.Flatten;
import java.util.Optional;

/** The rules of {@code @Flatten}. */
final class FlattenCheck implements LayerCheck {

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
