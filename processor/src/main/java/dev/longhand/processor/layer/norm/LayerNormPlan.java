package dev.longhand.processor.layer.norm;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * a = γ·(x − μ)/√(σ² + ε) + β, a μ and σ² for each place.
 *
 * @param positions the places of a sample
 * @param channels the numbers of a place
 * @param epsilon ε
 * @param x where x comes from
 * @param a where a goes
 * @param statistics where μ and 1/√(σ² + ε) of each place are kept for the backward pass
 * @param gradient holds da
 * @param dx where the gradient in x goes, if anybody needs it
 */
public record LayerNormPlan(
        Head head,
        int positions,
        int channels,
        float epsilon,
        InputArray x,
        WorkspaceArray a,
        WorkspaceArray statistics,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx)
        implements LayerPlan {

    public static LayerNormPlan of(ResolvedLayer.LayerNorm layer, PlanContext context) {
        int size = layer.input().size();
        int channels = layer.input().last();
        int positions = size / channels;
        return new LayerNormPlan(
                context.head(
                        "LayerNorm",
                        "a = γ·(x − μ)/√(σ² + ε) + β",
                        StyleRule.elementwise(context.askedStyle(), size),
                        List.of(context.gamma(channels), context.beta(channels))),
                positions,
                channels,
                layer.epsilon(),
                context.x(),
                context.a(),
                context.buffer(
                        "STATISTICS",
                        2 * positions,
                        "μ and 1/√(σ² + ε) of each place in " + layer.name() + " for the backward pass"),
                context.gradient(),
                context.dx());
    }
}
