package dev.longhand.processor.layer.pool;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.formula.Code;

/** A pooling layer as calls of kernels. */
final class KernelsPool implements PoolEmitter.Bodies {

    private final PoolPlan layer;

    KernelsPool(PoolPlan layer) {
        this.layer = layer;
    }

    // // 1. a = max x over the pixels of each pool, 2×2; if one is NaN, so is a
    // pools.max(LARGEST, x, a, n);
    @Override
    public CodeBlock forward(boolean draws) {
        Body body = new Body();
        boolean means = layer.drawn().isPresent() && !draws;
        String what = means ? "a = Σ x²/Σx" : PoolFormulas.step(layer);
        body.step("1. " + what + " over the " + layer.window().position() + "s of each pool, " + layer.window()
                + (layer.kind() == ResolvedPooling.Kind.MAX ? "; if one is NaN, so is a" : ""));
        String key = "ws.randomKey(" + layer.head().constant() + ")";
        CodeBlock call = draws
                ? Code.call("pools.stochastic", layer.shape(), "x", key, "a", "drawn", "n")
                : Code.call("pools." + method() + (means ? "Mean" : ""), layer.shape(), "x", "a", "n");
        return body.line(call).build();
    }

    @Override
    public CodeBlock backward() {
        String kept = switch (layer.kind()) {
            case MAX -> "x, a, ";
            case AVERAGE, GLOBAL_AVERAGE -> "";
            case STOCHASTIC -> "drawn, ";
        };
        Body body = new Body().step("1. " + PoolFormulas.gradient(layer));
        if (layer.kind() == ResolvedPooling.Kind.MAX) {
            body.step(PoolFormulas.argmax(layer));
        }
        return body.line("pools." + method() + "Gradient(" + layer.shape() + ", " + kept + "da, dx, n)")
                .build();
    }

    private String method() {
        return switch (layer.kind()) {
            case MAX -> "max";
            case AVERAGE, GLOBAL_AVERAGE -> "average";
            case STOCHASTIC -> "stochastic";
        };
    }
}
