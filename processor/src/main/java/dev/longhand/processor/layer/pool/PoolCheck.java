package dev.longhand.processor.layer.pool;

import dev.longhand.Shape;
import dev.longhand.processor.check.ArrayLimit;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.WindowCheck;
import dev.longhand.processor.layer.pool.ResolvedPooling.Kind;
import java.util.Optional;

/** The rules of pooling layers, of images and of sequences. */
record PoolCheck(Kind kind, WindowCheck pools) implements LayerCheck<ResolvedPooling> {

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public LayerResult<ResolvedPooling> check(LayerContext layer) {
        Optional<Shape> input = pools.input(layer);
        Optional<Window> window = kind == Kind.GLOBAL_AVERAGE ? input.map(Window::whole) : pools.check(layer, input);
        Optional<ResolvedPooling> pool =
                window.map(known -> new ResolvedPooling(layer.name(), kind, input.orElseThrow(), known));
        if (pool.isPresent() && ArrayLimit.isExceededBy(pool.get().output())) {
            layer.problem(Message.OUTPUT_TOO_LARGE, layer.name(), pool.get().output(), ArrayLimit.LENGTH);
            pool = Optional.empty();
        }
        return LayerResult.of(pool, pool.map(ResolvedPooling::output));
    }
}
