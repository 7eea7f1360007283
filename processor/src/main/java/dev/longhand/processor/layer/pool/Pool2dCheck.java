package dev.longhand.processor.layer.pool;

import dev.longhand.Shape;
import dev.longhand.processor.check.ArrayLimit;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.WindowRule;
import dev.longhand.processor.layer.pool.ResolvedPool2d.Kind;
import java.util.Optional;

/** The rules of {@code @MaxPool2d}, {@code @AvgPool2d}, {@code @GlobalAvgPool2d} and {@code @StochasticPool2d}. */
record Pool2dCheck(Kind kind) implements LayerCheck<ResolvedPool2d> {

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public LayerResult<ResolvedPool2d> check(LayerContext layer) {
        Optional<Shape> image = WindowRule.image(layer);
        Optional<Window> window =
                kind == Kind.GLOBAL_AVERAGE ? image.map(Window::whole) : WindowRule.POOL.check(layer, image);
        Optional<ResolvedPool2d> pool =
                window.map(known -> new ResolvedPool2d(layer.name(), kind, image.orElseThrow(), known));
        if (pool.isPresent() && ArrayLimit.isExceededBy(pool.get().output())) {
            layer.problem(Message.OUTPUT_TOO_LARGE, layer.name(), pool.get().output(), ArrayLimit.LENGTH);
            pool = Optional.empty();
        }
        return LayerResult.of(pool, pool.map(ResolvedPool2d::output));
    }
}
