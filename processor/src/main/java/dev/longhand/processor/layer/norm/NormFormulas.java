package dev.longhand.processor.layer.norm;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.formula.Words;
import java.util.List;

/** What normalizations and their gradients are, in words. */
final class NormFormulas {

    /** The layer. */
    static final String LAYER = "a = γ·(x − μ)/√(σ² + ε) + β";

    /** Step 3. */
    static final String NORMALIZE = "3. x̂ = (x − μ)/√(σ² + ε)";

    /** Step 4. */
    static final String SCALE = "4. a = γ·x̂ + β";

    private static final String MINUS = Words.NO_BREAK + "−" + Words.NO_BREAK;
    private static final String EQUALS = Words.NO_BREAK + "=" + Words.NO_BREAK;

    private NormFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedLayer layer) {
        return LayerDerivative.learning(Value.X);
    }

    /** The gradients of step 4. */
    static String scaleGradients(boolean givesInput) {
        return SCALE + "  so dγ = Σ da·x̂" + (givesInput ? ", dβ = Σ da and dx̂ = da·γ" : " and dβ = Σ da");
    }

    /**
     * Derives dx: x reaches x̂ in three ways, in step 3 and through steps 2 and 1.
     *
     * @param m the numbers that have μ and σ² in common
     * @param where what m is, if that must be said
     * @param result the sum of the three parts
     */
    static List<String> inputGradient(String m, String where, String result) {
        return List.of(
                "3. x̂ = (x − μ)·s, s = 1/√(σ² + ε)  so dx has a part dx̂·s, dμ = −s·Σdx̂ and",
                "   dσ² = −s³/2·Σ dx̂·(x − μ) = −s²/2·Σ dx̂·x̂",
                "2. σ² = Σ(x − μ)²/" + m + where + "  so dx has a part dσ²·2·(x − μ)/" + m + " = −s·x̂·Σ(dx̂·x̂)/" + m,
                "1. μ = Σx/" + m + "  so dx has a part dμ/" + m + "; dμ has none of step 2, as Σ(x" + MINUS + "μ)"
                        + EQUALS + "0",
                "   The sum of the three parts" + result);
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
