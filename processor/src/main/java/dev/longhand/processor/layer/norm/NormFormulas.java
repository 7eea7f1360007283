package dev.longhand.processor.layer.norm;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.formula.Value;

/** What normalizations and their gradients are, in words. */
final class NormFormulas {

    /** The layer. */
    static final String LAYER = "a = γ·(x − μ)/√(σ² + ε) + β";

    /** Step 3. */
    static final String NORMALIZE = "3. x̂ = (x − μ)/√(σ² + ε)";

    /** Step 4. */
    static final String SCALE = "4. a = γ·x̂ + β";

    /** The gradients of step 4 with respect to γ and β. */
    static final String SCALE_GRADIENTS = SCALE + "  so dγ = Σ da·x̂ and dβ = Σ da";

    private NormFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedLayer layer) {
        return LayerDerivative.learning(Value.X);
    }

    /** The numbers of a channel in the batch: {@code 196·n}. */
    static String count(BatchNormPlan layer) {
        return layer.positions() == 1 ? "n" : layer.positions() + "·n";
    }

    /** How the running statistics follow those of the batch. */
    static String update(BatchNormPlan layer) {
        String kept = Literals.plain(layer.momentum());
        String m = layer.positions() == 1 ? "n" : "m";
        return "running = " + kept + "·running + (1 − " + kept + ")·batch, σ² unbiased: " + m + "/(" + m + " − 1)·σ²"
                + (layer.positions() == 1 ? "" : ", m = " + count(layer));
    }
}
