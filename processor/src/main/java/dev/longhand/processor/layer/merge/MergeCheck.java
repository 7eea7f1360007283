package dev.longhand.processor.layer.merge;

import dev.longhand.Shape;
import dev.longhand.processor.check.ArrayLimit;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerContext.Incoming;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.layer.merge.ResolvedMerge.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of {@code @Add}, {@code @Concat} and {@code @Multiply}. */
record MergeCheck(Kind kind) implements LayerCheck<ResolvedMerge> {

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    /** A backward pass has x and dx of each layer, da, p and n as parameters; the class file allows 255. */
    private static final int MAX_LAYERS = 120;

    @Override
    public Reads reads() {
        return Reads.SEVERAL;
    }

    @Override
    public LayerResult<ResolvedMerge> check(LayerContext layer) {
        List<Shape> shapes = layer.inputs().stream()
                .map(Incoming::shape)
                .flatMap(Optional::stream)
                .toList();
        if (shapes.size() < 2 || shapes.size() < layer.inputs().size()) {
            return LayerResult.of(Optional.empty(), Optional.empty());
        }
        Shape first = shapes.get(0);
        boolean fits = kind == Kind.CONCAT
                ? shapes.stream().allMatch(shape -> fits(first, shape))
                : shapes.stream().allMatch(first::equals);
        if (!fits) {
            String trace = layer.inputs().stream()
                    .map(incoming -> "\"" + incoming.layer() + "\" is "
                            + incoming.shape().orElseThrow())
                    .collect(Collectors.joining(" and "));
            String remedy = kind == Kind.CONCAT
                    ? "all dimensions but the last must be the same"
                    : "give them the same shape, or use @Concat";
            layer.problem(
                    Message.SHAPES_DIFFER, layer.name(), layer.annotation().name(), trace, remedy);
            return LayerResult.of(Optional.empty(), Optional.empty());
        }
        if (shapes.size() > MAX_LAYERS) {
            layer.problem(
                    Message.MERGE_TOO_MANY, layer.name(), layer.annotation().name(), shapes.size(), MAX_LAYERS);
            return LayerResult.of(Optional.empty(), Optional.empty());
        }
        ResolvedMerge merge = new ResolvedMerge(layer.name(), kind, shapes);
        if (kind == Kind.CONCAT && ArrayLimit.isExceededBy(merge.output())) {
            layer.problem(Message.INPUT_TOO_LARGE, layer.name(), merge.output(), ArrayLimit.LENGTH);
            return LayerResult.of(Optional.empty(), Optional.empty());
        }
        return LayerResult.of(Optional.of(merge), Optional.of(merge.output()));
    }

    private static boolean fits(Shape first, Shape other) {
        return other.dimensions().size() == first.dimensions().size()
                && other.withLast(1).equals(first.withLast(1));
    }
}
