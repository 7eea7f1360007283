package dev.longhand.processor.layer.pool;

import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.Value;

/** What pooling and its gradient are, in words. */
final class PoolFormulas {

    private PoolFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedPooling layer) {
        return switch (layer.kind()) {
            case MAX -> LayerDerivative.fixed(Value.X, Value.A);
            case AVERAGE, GLOBAL_AVERAGE, STOCHASTIC -> LayerDerivative.fixed();
        };
    }

    /** The layer: {@code a = max x, 2×2}. */
    static String layer(ResolvedPooling layer) {
        String extent = layer.window().extent();
        return switch (layer.kind()) {
            case MAX -> "a = max x, " + extent;
            case AVERAGE, GLOBAL_AVERAGE -> "a = mean x, " + extent;
            case STOCHASTIC -> "a = x drawn with p = x/Σx, " + extent;
        };
    }

    /** The forward step. */
    static String step(PoolPlan layer) {
        return switch (layer.kind()) {
            case MAX -> "a = max x";
            case AVERAGE, GLOBAL_AVERAGE -> "a = Σ x/" + layer.window().size();
            case STOCHASTIC -> "a = one x, drawn with p = x/Σx";
        };
    }

    /** The forward step, and what the backward step follows from it. */
    static String gradient(PoolPlan layer) {
        String gradient = switch (layer.kind()) {
            case MAX -> "so da goes to the first x that is the maximum";
            case AVERAGE, GLOBAL_AVERAGE -> "so dx = da/" + layer.window().size();
            case STOCHASTIC -> "so da goes to the x that was drawn";
        };
        return step(layer) + "  " + gradient;
    }
}
