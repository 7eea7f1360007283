package dev.longhand.processor.layer.norm;

import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;

/**
 * a = γ·(x − μ)/√(σ² + ε) + β, with a μ and a σ² for each position.
 *
 * @param size positions, channels and ε
 * @param parameters γ and β
 * @param statistics the array of μ and 1/√(σ² + ε) of each position, kept for the backward pass
 */
public record LayerNormPlan(
        LayerHead head, NormSize size, NormParameters parameters, LayerArrays arrays, WorkspaceArray statistics)
        implements OneInputPlan {

    /** The plan of a layer. */
    public static LayerNormPlan of(ResolvedLayerNorm layer, PlanContext context) {
        NormSize size = NormSize.of(layer.input(), layer.epsilon());
        NormParameters parameters = NormParameters.of(context, size.channels());
        WorkspaceArray statistics = context.buffer(
                "STATISTICS",
                2 * size.positions(),
                "μ and 1/√(σ² + ε) of each position in " + layer.name() + " for the backward pass");
        return new LayerNormPlan(
                context.head(
                        NormFormulas.LAYER,
                        StyleRule.elementwise(
                                context.declaredStyle(), layer.input().size()),
                        parameters.list()),
                size,
                parameters,
                context.arrays(),
                statistics);
    }

    /** The positions of a sample. */
    int positions() {
        return size.positions();
    }

    /** The channels. */
    int channels() {
        return size.channels();
    }

    /** ε. */
    float epsilon() {
        return size.epsilon();
    }
}
