package dev.longhand.processor.layer.pool;

import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.Value;

/** What pooling and its gradient are, in words. */
final class PoolFormulas {

    private PoolFormulas() {}

    /** What the argmax is. */
    static String argmax(PoolPlan layer) {
        return "   argmax: where x is largest, of equal maxima the first"
                + (layer.window().isOneDimensional() ? "" : ", row by row") + "; if one is NaN, the first of these";
    }

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
            case MAX -> "so da is added to dx at the argmax";
            case AVERAGE, GLOBAL_AVERAGE -> "so da/" + layer.window().size() + " is added to the dx of each x";
            case STOCHASTIC -> "so da is added to dx where x was drawn";
        };
        return step(layer) + "  " + gradient;
    }
}
